/** `pnpm check`: what must hold before anything is run. Each rule in its own process, all of them reported. */
import { spawnSync } from 'node:child_process'
import { buildWhatChanged } from '@panro/api/launch/build.ts'

const checks: [string, string, string[]][] = [
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings', '.']],
  ['lint templates', 'eslint', ['admin/src/**/*.vue']],
  [
    'import directions',
    'depcruise',
    ['--config', '.dependency-cruiser.cjs', 'api/src', 'api/seeds', 'search/src', 'admin/src'],
  ],
  ['types of search', 'tsc', ['-p', 'search']],
  ['types of api', 'tsc', ['-p', 'api']],
  ['types of test', 'tsc', ['-p', 'test']],
  ['types of admin', 'admin/node_modules/.bin/vue-tsc', ['-p', 'admin']],
  ['dead code', 'knip', []],
]

await buildWhatChanged(sentence => process.stdout.write(`${sentence}\n`))
const broken = checks.filter(([name, program, args]) => {
  const begun = performance.now()
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const verdict = status === 0 ? 'ok' : `BROKEN${error ? `: ${error.message}` : ''}`
  process.stdout.write(`${name}: ${verdict} (${((performance.now() - begun) / 1000).toFixed(1)} s)\n`)
  return status !== 0
})
if (broken.length > 0) {
  process.stdout.write(`\nBroken: ${broken.map(([name]) => name).join(', ')}\n`)
  process.exit(1)
}
