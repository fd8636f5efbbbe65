// type-graphql keeps its notes with this, so it must run before the first class it decorates. A file
// of our own, because the build puts imports of packages behind imports of files.
import 'reflect-metadata'
