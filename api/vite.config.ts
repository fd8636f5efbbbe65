import { globSync } from 'node:fs'
import { defineConfig } from 'vite'

/** What is started by its own: processes, commands and worker threads. */
const entries = globSync(['src/main.ts', 'src/worker.ts', 'src/commands/*.ts', 'src/**/*.worker.ts'], {
  cwd: import.meta.dirname,
  exclude: path => path.endsWith('.test.ts'),
})

// One output file per source file, at the same place: a worker thread is then found beside the
// file that starts it, in source and in the build alike.
export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      // Left as it is: Node runs it from source, its worker thread included.
      external: ['@panro/search'],
      input: Object.fromEntries(entries.map(path => [path.replace(/^src\/|\.ts$/g, ''), path])),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
})
