import pino from 'pino'
import { connect, migrate } from './database.ts'
import { FileStore } from '../modules/files/store/file-store.ts'
import type { Env } from './env.ts'
import { filesFolder } from './file-room.ts'
import { startFileSweep } from './file-sweep.ts'
import { startImportWork } from './import-work.ts'
import { startNotices } from './notices.ts'
import { keepSharedIndex } from './search/shared-index.ts'
import { startBulkWork } from './bulk-work.ts'
import { startTimetableWork } from './timetable-work.ts'
import { startVettingTasks } from './vetting-tasks.ts'
import { serverOf, startSearch } from './search/start-search.ts'
import { serve } from './serve.ts'
import { startSealing } from './sealing.ts'
import { requiredUrl } from './start.ts'

/** The API against a database of its own: no demo data, and the worker is another process. */
export async function serveProduction(env: Env): Promise<void> {
  const running = await serve({ ...env, databaseUrl: requiredUrl(env) }, { isDemo: false, hasWorker: false })
  stopOnSignal(running.stop)
}

/** The work that one process at a time does; several may run, the others wait. */
export async function workProduction(env: Env): Promise<void> {
  const log = pino({ level: env.logLevel })
  const orm = await connect(requiredUrl(env))
  await migrate(orm)
  const sealing = startSealing(orm, log)
  const notices = await startNotices({ orm, env, log, clock: () => new Date() })
  const clock = () => new Date()
  const search = await startSearch({ orm, env, log, clock, hasWorker: false })
  const importing = startImportWork({ orm, log, clock, search: search.reader })
  const bulk = startBulkWork({ orm, log, clock })
  const timetabling = startTimetableWork({ orm, log, clock })
  const tasks = startVettingTasks({ orm, log, clock: () => new Date() })
  const store = new FileStore(filesFolder(env))
  const sweeping = startFileSweep({ orm, log, clock: () => new Date(), store })
  const server = serverOf(env)
  const keeping = server && keepSharedIndex({ orm, log, clock: () => new Date(), server })
  log.info('the worker has started')
  stopOnSignal(async () => {
    await importing.stop()
    await bulk.stop()
    await timetabling.stop()
    await search.stop()
    await sweeping.stop()
    await keeping?.stop()
    await tasks.stop()
    await notices.stop()
    await sealing.stop()
    await orm.close()
  })
}

function stopOnSignal(stop: () => Promise<void>) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void stop().then(() => process.exit(0))
    })
}
