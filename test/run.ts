/** `pnpm test [filter …]`: builds what has changed, then runs every test. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildWhatChanged } from '@panro/api/launch/build.ts'

await buildWhatChanged(sentence => process.stdout.write(`${sentence}\n`))
const vitest = spawn('vitest', ['run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  // Every test file starts the search thread and much else anew: compiled once, loaded often.
  env: { NODE_COMPILE_CACHE: path.resolve('node_modules/.cache/compile'), ...process.env },
})
vitest.once('error', error => {
  throw error
})
vitest.once('exit', code => process.exit(code ?? 1))
