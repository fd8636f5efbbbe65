import { violationsIn } from '../check.ts'
import { modelOf } from '../encode/build.ts'
import { FINDING, scheduleIn, STARTING } from '../encode/model.ts'
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
  /** A schedule that is there already, good or not, that keeps every rule but perhaps fairness. */
  start: Schedule | null
  /** The bound proven elsewhere so far. */
  boundSoFar?: () => number
}

/** Ever better schedules, from the first one found. False if there is none at all. */
export function improve(instance: Instance, effort: Effort, findings: Findings): boolean {
  const { start, fairness, boundSoFar = () => 0 } = effort
  const warm = (start && swap(instance, start, effort, findings)) ?? begin(instance, effort, findings)
  if (warm === null) return false
  descend(modelOf(instance, fairness, FINDING), { start: warm, boundSoFar, ...findings })
  return true
}

/** A first schedule that keeps every rule, and what swaps make of it. */
function begin(instance: Instance, effort: Effort, findings: Findings): Schedule | null {
  const model = modelOf(instance, effort.fairness, STARTING)
  if (model.solver.solve() === 'unsatisfiable') return null
  return swap(instance, scheduleIn(model), effort, findings)
}

/** Null: neither the schedule nor what swaps make of it keeps every rule. */
function swap(
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
