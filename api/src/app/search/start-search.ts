import type { MikroORM } from '@mikro-orm/postgresql'
import { startMeilisearchEngine, type EngineHealth } from '@panro/search'
import type { Logger } from 'pino'
import type { LedgerLag } from '../../modules/audit/read-ledger.ts'
import type { SearchReader } from '../../platform/context.ts'
import type { Env } from '../env.ts'
import { startOwnIndex, type OwnIndex } from './own-index.ts'
import { countParked } from './parked.ts'
import { SearchWithStandIn } from './search-with-stand-in.ts'
import { keepSharedIndex, sharedLag } from './shared-index.ts'
import type { MeilisearchServer } from './shared-session.ts'

/** What people search with, and how it is. */
export interface Search {
  reader: SearchReader
  health(): Promise<SearchHealth>
  stop(): Promise<void>
}

export interface SearchHealth extends EngineHealth {
  /** Whether a stand-in answers because the usual engine is away. */
  isDegraded: boolean
  /** Rows of the ledger that the answering index does not show yet; null: not to be told. */
  lag: number | null
  /** Age of the oldest of them. */
  lagSeconds: number | null
  /** Documents that the answering engine refuses; null: not to be told. */
  parked: number | null
}

interface Options {
  orm: MikroORM
  env: Pick<Env, 'meiliUrl' | 'meiliMasterKey'>
  log: Logger
  clock: () => Date
  /** Whether this process may be the one that writes the index on Meilisearch. */
  hasWorker: boolean
}

/** Searches a short request's worth of time; the stand-in is quicker than a server that has to be waited for. */
const longestSearchMs = 1_500

export async function startSearch(options: Options): Promise<Search> {
  const own = await startOwnIndex(options)
  const server = serverOf(options.env)
  return server === null ? searchOwn(options, own) : searchShared(options, own, server)
}

/** Meilisearch where one is configured. */
export const serverOf = ({ meiliUrl, meiliMasterKey }: Options['env']): MeilisearchServer | null =>
  meiliUrl === null ? null : { url: meiliUrl, masterKey: meiliMasterKey }

function searchOwn({ orm }: Options, own: OwnIndex): Search {
  const em = orm.em.fork()
  return {
    reader: {
      search: request => own.engine.search(request),
      multiSearch: requests => own.engine.multiSearch(requests),
      suggest: request => own.engine.suggest(request),
    },
    health: async () => {
      const [engine, lag, parked] = await Promise.all([
        own.engine.health(),
        orNull(own.lag()),
        orNull(countParked(em, 'embedded')),
      ])
      return { ...engine, isDegraded: false, ...told(lag), parked }
    },
    stop: () => own.stop(),
  }
}

function searchShared(options: Options, own: OwnIndex, server: MeilisearchServer): Search {
  const { orm, log, clock, hasWorker } = options
  const em = orm.em.fork()
  const reader = new SearchWithStandIn({
    connect: () => connect(server),
    standIn: () => own.engine,
    ...{ log, clock },
  })
  const keeping = hasWorker ? keepSharedIndex({ ...options, server }) : null
  return {
    reader,
    health: async () => {
      const engine = await reader.health()
      const isShared = engine.engine === 'meilisearch'
      const [lag, parked] = await Promise.all([
        orNull(isShared ? sharedLag(em) : own.lag()),
        orNull(countParked(em, engine.engine)),
      ])
      return { ...engine, isDegraded: !isShared, ...told(lag), parked }
    },
    stop: async () => {
      await Promise.all([reader.close(), keeping?.stop(), own.stop()])
    },
  }
}

const connect = ({ url, masterKey }: MeilisearchServer) =>
  startMeilisearchEngine({
    url,
    ...(masterKey === null ? {} : { masterKey }),
    requestTimeout: longestSearchMs,
  })

const told = (lag: LedgerLag | null): Pick<SearchHealth, 'lag' | 'lagSeconds'> => ({
  lag: lag?.rows ?? null,
  lagSeconds: lag?.seconds ?? null,
})

/** Without a database there is nothing to tell; that it is away is told apart. */
const orNull = <Told>(told: Promise<Told>): Promise<Told | null> => told.catch(() => null)
