import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { sealLedger } from '../modules/audit/seal.ts'

const everyMs = 1_000

/** Seals the ledger every second, in whichever process gets there first. */
export function startSealing(orm: MikroORM, log: Logger): { stop: () => Promise<void> } {
  let pass: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    pass = pass
      .then(() => sealLedger(orm.em.fork()))
      .catch(error => log.error({ err: error }, 'the ledger could not be sealed; tried again in a second'))
  }, everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await pass
    },
  }
}
