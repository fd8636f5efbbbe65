import type { MikroORM } from '@mikro-orm/postgresql'
import { ledgerLag, readLedger, type LedgerCursor, type LedgerRow } from '../modules/audit/read-ledger.ts'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'

interface Follow {
  orm: MikroORM
  log: Logger
  /** Where to begin; what came before is known already. */
  from: LedgerCursor
  /** Handles a stretch; when it throws the same stretch comes again. */
  handle: (em: EntityManager, entries: LedgerRow[]) => Promise<void>
}

export interface Follower {
  /** Rows of the ledger not handled yet. */
  lag(): Promise<number>
  stop(): Promise<void>
}

const batchSize = 5_000
const pollMs = 200
const longestPauseMs = 10_000

/** Reads the ledger as it grows and hands it on in order, every row at least once. */
export function followLedger({ orm, log, from, handle }: Follow): Follower {
  let cursor = from
  let isStopping = false
  let failures = 0
  let wake = () => {}

  const pass = async (): Promise<boolean> => {
    const em = orm.em.fork()
    const entries = await readLedger(em, cursor, batchSize)
    const last = entries.at(-1)
    if (!last) return false
    await handle(em, entries)
    cursor = { tx: last.tx, id: last.id }
    return entries.length === batchSize
  }

  const pause = (ms: number) =>
    new Promise<void>(resume => {
      const timer = setTimeout(resume, ms)
      wake = () => {
        clearTimeout(timer)
        resume()
      }
    })

  const running = (async () => {
    while (!isStopping) {
      try {
        const hasMore = await pass()
        failures = 0
        if (!hasMore) await pause(pollMs)
      } catch (error) {
        failures++
        log.error({ err: error, failures }, 'the ledger could not be followed; the same rows are tried again')
        await pause(Math.min(longestPauseMs, pollMs * 2 ** failures))
      }
    }
  })()

  return {
    lag: () => ledgerLag(orm.em.fork(), cursor),
    stop: async () => {
      isStopping = true
      wake()
      await running
    },
  }
}
