/** `pnpm test [filter …]`: builds what has changed, then runs every test. */
import { spawn } from 'node:child_process'
import { buildWhatChanged } from '@panro/api/launch/build.ts'

await buildWhatChanged(sentence => process.stdout.write(`${sentence}\n`))
const vitest = spawn('vitest', ['run', ...process.argv.slice(2)], { stdio: 'inherit' })
vitest.once('error', error => {
  throw error
})
vitest.once('exit', code => process.exit(code ?? 1))
