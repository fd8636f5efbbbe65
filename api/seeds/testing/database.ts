import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../../launch/postgres.ts'
import { connect, migrate } from '../../src/app/database.ts'
import { systemActor, type Context } from '../../src/platform/context.ts'
import { dayInSeoul } from '../../src/platform/day.ts'

export interface TestDatabase {
  /** A context of the system itself, with an identity map of its own. */
  context(): Context
  /** One query, its rows. */
  rows<Row>(sql: string): Promise<Row[]>
  stop(): Promise<void>
}

/** A migrated, empty database on a server of its own. */
export async function emptyDatabase(now: Date): Promise<TestDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panro-seeds-'))
  // The server's user must come through.
  chmodSync(folder, 0o755)
  const server = await startPostgres({ folder: path.join(folder, 'data'), isDurable: false })
  const orm = await connect(server.url)
  await migrate(orm)
  return {
    context: () => ({
      em: orm.em.fork(),
      actor: systemActor,
      now,
      today: dayInSeoul(now),
    }),
    rows: sql => orm.em.fork().execute(sql),
    async stop() {
      await orm.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
