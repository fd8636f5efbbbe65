import { waitingIn } from '../breaks.ts'
import { scheduleIn, type Model } from '../encode/model.ts'
import { violationsIn } from '../check.ts'
import type { Instance, Schedule } from '../instance.ts'
import { anneal, randomFrom } from './anneal.ts'
import { descend } from './descend.ts'
import type { Findings } from './prove.ts'
import { MOST_SLOTS } from './swap-board.ts'

/** Swaps better a schedule quickly at first; the rest of the time goes to asking for fewer breaks. */
const forSwaps = (seconds: number) => Math.max(0.08 * seconds, Math.min(1.5, 0.3 * seconds))

interface Effort {
  seconds: number
  fairness: number
  seed: number
  /** The bound proven elsewhere so far. */
  boundSoFar?: () => number
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
  anneal(instance, { start, fairness, seconds: forSwaps(seconds), random: randomFrom(seed) }, schedule => {
    best = schedule
    onSchedule(schedule)
  })
  return best
}

/** Ever better schedules, from the first one found. False if there is none at all. */
export function improve(
  model: Model,
  { warm = null, boundSoFar = () => 0, ...effort }: Effort & { warm?: Schedule | null },
  findings: Findings,
): boolean {
  const { instance, solver } = model
  if (warm === null && solver.solve() === 'unsatisfiable') return false
  let best = warm ?? warmUp(instance, scheduleIn(model), effort, findings) ?? scheduleIn(model)
  const keep = (schedule: Schedule) => {
    best = schedule
    findings.onSchedule(schedule)
  }
  descend(model, { start: best, boundSoFar, onSchedule: keep })
  findings.onBound(waitingIn(instance, best).breaks)
  return true
}
