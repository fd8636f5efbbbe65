/** `pnpm bench:import [--rows 100000]`: a list of so many certificates, taken in whole; the promise is 60 s for 100,000. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { startPostgres } from '@panro/api/launch/postgres.ts'
import { connect, migrate } from '@panro/api/src/app/database.ts'
import { systemContext } from '@panro/api/src/app/system-context.ts'
import { importList } from '@panro/api/src/modules/imports/import-list.ts'
import { operatorLimits } from '@panro/api/src/modules/imports/table/limits.ts'
import { loadReference } from '@panro/api/seeds/reference.ts'
import { longList } from '../kit/long-list.ts'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } })
const rows = Number(values.rows)
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

await buildWhatChanged(say)
const folder = mkdtempSync(path.join(tmpdir(), 'panro-import-'))
chmodSync(folder, 0o755)
const database = await startPostgres({ folder: path.join(folder, 'postgres') })
const orm = await connect(database.url)
try {
  await migrate(orm)
  await loadReference(systemContext(orm, new Date()))
  const [begun, before] = [performance.now(), process.cpuUsage()]
  const { counts } = await importList(systemContext(orm, new Date()), {
    kind: 'certificate-periods',
    file: { name: 'many.csv', bytes: longList(rows) },
    isDryRun: false,
    limits: operatorLimits,
  })
  const seconds = (performance.now() - begun) / 1_000
  const { user, system } = process.cpuUsage(before)
  const [load] = readFileSync('/proc/loadavg', 'utf8').split(' ')
  say(
    `${rows} rows, ${counts.created} created: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time beside the database's), load ${load}`,
  )
  process.exitCode = counts.created === 2 * rows && seconds < (60 * rows) / 100_000 ? 0 : 1
} finally {
  await orm.close()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
