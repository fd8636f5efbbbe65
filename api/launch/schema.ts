/** `pnpm schema`: needs the build, and no database. */
import { buildWhatChanged } from './build.ts'

await buildWhatChanged(sentence => process.stderr.write(`${sentence}\n`))
await import(new URL('../dist/commands/schema.js', import.meta.url).href)
