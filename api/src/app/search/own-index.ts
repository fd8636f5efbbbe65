import type { MikroORM } from '@mikro-orm/postgresql'
import { startEmbeddedEngine, type SearchEngine } from '@panro/search'
import type { Logger } from 'pino'
import { ledgerLag, readLedger, type LedgerLag } from '../../modules/audit/read-ledger.ts'
import { followEntries, stretch } from './follow-entries.ts'
import { rebuild } from './rebuild.ts'
import { isReconcileDue, reconcile } from './reconcile.ts'
import { repeat } from './repeat.ts'
import type { SearchIndex } from './search-index.ts'

/** The index of this process alone, in a thread of its own; in memory, so filled anew at every start. */
export interface OwnIndex {
  readonly engine: SearchEngine
  /** What of the ledger it does not show yet. */
  lag(): Promise<LedgerLag>
  stop(): Promise<void>
}

interface Options {
  orm: MikroORM
  log: Logger
  clock: () => Date
}

export async function startOwnIndex({ orm, log, clock }: Options): Promise<OwnIndex> {
  const em = orm.em.fork()
  const index: SearchIndex = {
    ...{ name: 'embedded', em, log, clock, assertMayWrite: () => {} },
    engine: await startEmbeddedEngine(),
  }
  let cursor = await rebuild(index)
  let reconciledAt = clock()

  const pass = async (failures: number): Promise<boolean> => {
    if (failures > 0 && !(await isAlive(index.engine))) {
      index.engine = await startEmbeddedEngine()
      cursor = await rebuild(index)
    }
    const entries = await readLedger(em, cursor, stretch)
    const last = entries.at(-1)
    if (last) {
      await followEntries(index, entries, failures)
      cursor = { tx: last.tx, id: last.id }
    } else if (isReconcileDue(clock(), reconciledAt)) {
      await reconcile(index)
      reconciledAt = clock()
    }
    return entries.length === stretch
  }
  const following = repeat({
    pass,
    onFailure: (err, failures) =>
      log.error({ err, failures }, 'our own search index could not be kept in step'),
  })

  return {
    get engine() {
      return index.engine
    },
    lag: () => ledgerLag(em, cursor),
    stop: async () => {
      await following.stop()
      await index.engine.close()
    },
  }
}

/** A thread that has run out of memory has ended for good. */
const isAlive = (engine: SearchEngine) =>
  engine.health().then(
    () => true,
    () => false,
  )
