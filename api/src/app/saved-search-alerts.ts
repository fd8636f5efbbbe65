import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { placeOf } from '../modules/audit/place.ts'
import { ledgerLag, readLedger, type LedgerRow } from '../modules/audit/read-ledger.ts'
import { findNews, storeNews } from '../modules/saved/news.ts'
import { dayInSeoul } from '../platform/day.ts'
import { repeat, type Repeating } from './search/repeat.ts'
import type { Search } from './search/start-search.ts'

interface Options {
  orm: MikroORM
  search: Search
  log: Logger
  clock: () => Date
}

const name = 'saved-search-alerts'
const stretch = 1_000
const pauseMs = 500

/**
 * 새 소식 알림 — follows the ledger and notes what saved searches find anew. Any process that has an index
 * may do it, and several at a time: the place in the ledger moves in one transaction with the news, so
 * whoever comes second has found nothing.
 */
export async function startSavedSearchAlerts({ orm, search, log, clock }: Options): Promise<Repeating> {
  const em = orm.em.fork()
  // On the very first start the place is the end of the ledger: taken before anybody can add to it.
  await placeOf(em, name)
  const pass = async (): Promise<boolean> => {
    const from = await placeOf(em, name)
    const entries = await readLedger(em, from, stretch)
    const last = entries.at(-1)
    if (!last || !(await isIndexed(em, search, last))) return false
    const now = clock()
    const news = await findNews({ em, search: search.reader, today: dayInSeoul(now) }, entries)
    await storeNews(em, news, now, { name, from, to: { tx: last.tx, id: last.id } })
    return entries.length === stretch
  }
  return repeat({
    pass,
    pauseMs,
    onFailure: (err, failures) =>
      log.error({ err, failures }, 'saved searches could not be run; the same changes are tried again'),
  })
}

/**
 * Whether the index shows everything up to that row. Behind the row there are no fewer rows by the time
 * the index tells its lag, so a lag no greater than that lies behind the row.
 */
async function isIndexed(em: EntityManager, search: Search, last: LedgerRow): Promise<boolean> {
  const { rows: behind } = await ledgerLag(em, last)
  const { lag } = await search.health()
  return lag !== null && lag <= behind
}
