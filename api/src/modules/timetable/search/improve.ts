import { waitingIn } from '../breaks.ts'
import { scheduleIn, type Model } from '../encode/model.ts'
import { violationsIn } from '../check.ts'
import type { Instance, Schedule } from '../instance.ts'
import { anneal, randomFrom } from './anneal.ts'
import type { Findings } from './prove.ts'
import { repair } from './repair.ts'
import { MOST_SLOTS } from './swap-board.ts'

/** A part of the time for swaps, which better quickly at first; the rest for repairs. */
const SWAP_SHARE = 0.25

interface Effort {
  seconds: number
  fairness: number
  seed: number
}

/** Swaps from a schedule that is there already, before anything is put to the solver. Null: none keeps every rule. */
export function warmUp(
  instance: Instance,
  start: Schedule,
  { seconds, fairness, seed }: Effort,
  { onSchedule }: Findings,
): Schedule | null {
  let best = violationsIn(instance, start, fairness).length === 0 ? start : null
  if (best !== null) onSchedule(best)
  if (instance.slots > MOST_SLOTS) return best
  anneal(instance, { start, fairness, seconds: seconds * SWAP_SHARE, random: randomFrom(seed) }, schedule => {
    best = schedule
    onSchedule(schedule)
  })
  return best
}

/** Ever better schedules, from the first one found. False if there is none at all. */
export function improve(
  model: Model,
  { seconds, fairness, seed, warm = null }: Effort & { warm?: Schedule | null },
  { onBound, onSchedule }: Findings,
): boolean {
  const { instance, solver } = model
  if (warm !== null) {
    let best = warm
    const keep = (schedule: Schedule) => {
      best = schedule
      onSchedule(schedule)
    }
    if (repair(model, warm, randomFrom(seed), keep)) onBound(waitingIn(instance, best).breaks)
    return true
  }
  if (solver.solve() === 'unsatisfiable') return false
  const start = scheduleIn(model)
  onSchedule(start)
  const random = randomFrom(seed)
  let best = start
  const keep = (schedule: Schedule) => {
    best = schedule
    onSchedule(schedule)
  }
  if (instance.slots <= MOST_SLOTS && waitingIn(instance, start).breaks > 0)
    anneal(instance, { start, fairness, seconds: seconds * SWAP_SHARE, random }, keep)
  if (repair(model, best, random, keep)) onBound(waitingIn(instance, best).breaks)
  return true
}
