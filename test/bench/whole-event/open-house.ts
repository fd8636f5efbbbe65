import path from 'node:path'
import { startPostgres } from '@panro/api/launch/postgres.ts'
import { seedDemo } from '@panro/api/seeds/demo.ts'
import { loadReference } from '@panro/api/seeds/reference.ts'
import { connect, migrate } from '@panro/api/src/app/database.ts'
import type * as serving from '@panro/api/src/app/serve.ts'
import { systemContext } from '@panro/api/src/app/system-context.ts'
import pino from 'pino'

/** As it was built; a variable, because nothing says what types a build has. */
const built = '../../../api/dist/app/serve.js'

/** The application with its demo data, on a database of its own and with a clock that can be set. */
export async function openHouse(folder: string, clock: () => Date) {
  const database = await startPostgres({ folder: path.join(folder, 'postgres') })
  const orm = await connect(database.url)
  await migrate(orm)
  await loadReference(systemContext(orm, new Date()))
  await seedDemo(systemContext(orm, new Date()))
  await orm.close()
  const dataDir = path.join(folder, 'data')
  const { serve }: typeof serving = await import(built)
  const running = await serve(
    { port: 0, dataDir, databaseUrl: database.url, meiliUrl: null, meiliMasterKey: null, logLevel: 'error' },
    { isDemo: false, hasWorker: true, log: pino({ level: 'error' }), clock },
  )
  return {
    url: running.url,
    databaseUrl: database.url,
    stop: async () => {
      await running.stop()
      await database.stop()
    },
  }
}
