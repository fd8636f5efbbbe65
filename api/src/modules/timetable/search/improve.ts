import { waitingIn } from '../breaks.ts'
import { scheduleIn, type Model } from '../encode/model.ts'
import type { Schedule } from '../instance.ts'
import { anneal, randomFrom } from './anneal.ts'
import type { Findings } from './prove.ts'
import { repair } from './repair.ts'
import { MOST_SLOTS } from './swap-board.ts'

/** A part of the time for swaps, which better quickly at first; the rest for repairs. */
const SWAP_SHARE = 0.25

/** Ever better schedules, from the first one found. False if there is none at all. */
export function improve(
  model: Model,
  { seconds, fairness, seed }: { seconds: number; fairness: number; seed: number },
  { onBound, onSchedule }: Findings,
): boolean {
  const { instance, solver } = model
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
