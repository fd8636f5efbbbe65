import type { MikroORM } from '@mikro-orm/postgresql'
import type { SearchEngine } from '@panro/search'
import type { Logger } from 'pino'
import { ledgerEnd } from '../modules/audit/read-ledger.ts'
import { everyDocument } from '../modules/catalogue/documents.ts'
import { feedIndex } from '../modules/catalogue/index-feed.ts'
import { followLedger, type Follower } from './follow-ledger.ts'

/**
 * Fills the engine from the rows, then keeps it in step through the ledger. The place in the ledger is
 * noted before the rows are read, so whatever changes meanwhile comes again, which does no harm.
 */
export async function startSearchSync(orm: MikroORM, engine: SearchEngine, log: Logger): Promise<Follower> {
  const em = orm.em.fork()
  const from = await ledgerEnd(em)
  const { documents } = await engine.rebuild(everyDocument(em))
  log.info({ documents }, 'the search index is filled')
  return followLedger({ orm, log, from, handle: (em, entries) => feedIndex(em, engine, entries) })
}
