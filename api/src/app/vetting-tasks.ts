import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { watchExpiry } from '../modules/vetting/expiry.ts'
import { followListChanges } from '../modules/vetting/list-changes.ts'
import { repeat, type Repeating } from './search/repeat.ts'
import { systemContext } from './system-context.ts'

interface Options {
  orm: MikroORM
  log: Logger
  clock: () => Date
}

const pauseMs = 500
/** What was approved or imported meanwhile is looked at again after so long, a new day at once. */
const againMs = 60_000

/** 심사할 일 — opens the cases that the calendar and the official lists give the desks to look at. */
export function startVettingTasks({ orm, log, clock }: Options): Repeating {
  let day = ''
  let doneAt = 0
  const pass = async (): Promise<boolean> => {
    const ctx = systemContext(orm, clock())
    const isDue = ctx.today !== day || performance.now() - doneAt > againMs
    if (isDue && (await watchExpiry(ctx))) {
      day = ctx.today
      doneAt = performance.now()
    }
    return followListChanges(systemContext(orm, clock()))
  }
  return repeat({
    pass,
    pauseMs,
    onFailure: (err, failures) =>
      log.error({ err, failures }, 'cases to look at could not be opened; tried again'),
  })
}
