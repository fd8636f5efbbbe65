import path from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import pino, { type Logger } from 'pino'
import { isEmpty, seedDemo } from '../../seeds/demo.ts'
import { loadReference } from '../../seeds/reference.ts'
import { readCalendar } from '../modules/schedules/calendar.ts'
import { keyOf } from '../platform/global-id.ts'
import { usualSettings } from '../modules/accounts/session-context.ts'
import type { Context } from '../platform/context.ts'
import { catchUp } from './catch-up.ts'
import { connect, migrate, requestRole } from './database.ts'
import { defaultKeepDays, type Env } from './env.ts'
import { startVettingTasks } from './vetting-tasks.ts'
import { fileRoomOf } from './file-room.ts'
import { startFileSweep } from './file-sweep.ts'
import { filesDoor } from './files-door.ts'
import { healthOf, readingsOf } from './health.ts'
import { importDoor } from './import-door.ts'
import { reportDoor } from './report-door.ts'
import { startBulkWork } from './bulk-work.ts'
import { startImportWork } from './import-work.ts'
import { startInvitationWork } from './invitation-work.ts'
import type { DoorRequest } from './http/graphql-route.ts'
import { createServer } from './http/server.ts'
import { requestContext } from './request-context.ts'
import { startNotices } from './notices.ts'
import { startSavedSearchAlerts } from './saved-search-alerts.ts'
import { printPublicSchema } from './schema-text.ts'
import { publicSchema } from './schema.ts'
import { startSealing } from './sealing.ts'
import { startSearch } from './search/start-search.ts'
import { systemContext } from './system-context.ts'
import { startTimetableWork } from './timetable-work.ts'
import { version } from './version.ts'

export interface Running {
  url: string
  stop(): Promise<void>
}

interface Options {
  /** Fills an empty database with the fictional demo data. */
  isDemo: boolean
  /** Whether this process also does the work that one process at a time does. */
  hasWorker: boolean
  say?: (sentence: string) => void
  log?: Logger
  clock?: () => Date
}

export async function serve(env: Env & { databaseUrl: string }, options: Options): Promise<Running> {
  const { isDemo, hasWorker, say = () => {}, clock = () => new Date() } = options
  const log = options.log ?? pino({ level: env.logLevel })
  const orm = await connect(env.databaseUrl)
  await prepare(orm, systemContext(orm, clock()), { isDemo, say })
  if (hasWorker) await catchUp(systemContext(orm, clock()))
  const requests = await connect(env.databaseUrl, requestRole)

  say('Filling the search index …')
  const search = await startSearch({ orm, env, log, clock, hasWorker })
  const alerts = await startSavedSearchAlerts({ orm, search, log, clock })
  const sealing = hasWorker ? startSealing(orm, log) : null
  const notices = hasWorker ? await startNotices({ orm, env, log, clock }) : null
  const importing = hasWorker ? startImportWork({ orm, log, clock, search: search.reader }) : null
  const bulk = hasWorker ? startBulkWork({ orm, log, clock }) : null
  const timetabling = hasWorker ? startTimetableWork({ orm, log, clock }) : null
  const inviting = hasWorker ? startInvitationWork({ orm, log, clock }) : null
  const room = fileRoomOf(env)
  const sweeping = hasWorker ? startFileSweep({ orm, log, clock, store: room.store }) : null
  const actingIn = (request: DoorRequest) =>
    requestContext(requests, search.reader, settings, clock(), request)
  const tasks = hasWorker ? startVettingTasks({ orm, log, clock }) : null

  const settings = { ...usualSettings, ...env.signIn }
  const server = await createServer({
    schema: await publicSchema(),
    schemaText: await printPublicSchema(),
    context: actingIn,
    reports: reportDoor(actingIn),
    imports: importDoor({ actingIn, keepDays: env.importKeepDays ?? defaultKeepDays }),
    files: filesDoor({ actingIn, room }),
    calendar: async (request, participation) =>
      readCalendar(await actingIn(request), keyOf('participation', participation)),
    health: () => healthOf(orm, search),
    readings: () => readingsOf(search),
    spaFolder: path.resolve(import.meta.dirname, '../../../admin/dist'),
    publicUrl: env.publicUrl ?? null,
    log,
    version,
  })
  await server.listen({ port: env.port, host: '0.0.0.0' })
  return {
    url: `http://localhost:${portOf(server.server.address())}`,
    // Callers first, then what serves them, then what that leans on.
    stop: async () => {
      await server.close()
      await importing?.stop()
      await bulk?.stop()
      await timetabling?.stop()
      await inviting?.stop()
      await sweeping?.stop()
      await room.inspection.end()
      await alerts.stop()
      await search.stop()
      await tasks?.stop()
      await sealing?.stop()
      await notices?.stop()
      await requests.close()
      await orm.close()
    },
  }
}

async function prepare(
  orm: MikroORM,
  ctx: Context,
  { isDemo, say }: { isDemo: boolean; say: (sentence: string) => void },
) {
  const applied = await migrate(orm)
  if (applied > 0) say(`Database brought up to date (${applied} migrations).`)
  await loadReference(ctx)
  if (!isDemo || !(await isEmpty(ctx))) return
  say('The database is empty: filling it with fictional demo data …')
  const { enterprises, products } = await seedDemo(ctx)
  say(`  ${enterprises} enterprises, ${products} products.`)
}

function portOf(address: string | { port: number } | null): number {
  if (typeof address === 'object' && address) return address.port
  throw new Error('The server listens on no port')
}
