import { waitingIn } from '../breaks.ts'
import { violationsIn } from '../check.ts'
import { modelOf } from '../encode/build.ts'
import { FINDING, scheduleIn } from '../encode/model.ts'
import type { Instance, Schedule } from '../instance.ts'
import { anneal, randomFrom } from './anneal.ts'
import { descend, type Standing } from './descend.ts'
import type { Findings } from './prove.ts'
import { MOST_SLOTS } from './swap-board.ts'

/**
 * Swaps better a schedule quickly at first; the rest of the time goes to asking for fewer breaks. What is quick is
 * counted in moves, so that a busy machine does as many, up to this share of the time.
 */
const SWAP_CYCLES = 2
const MOST_FOR_SWAPS = 0.4

interface Effort {
  seconds: number
  fairness: number
  seed: number
  /** A schedule that is there already, good or not, that keeps every rule but perhaps fairness. */
  start: Schedule | null
  /** What is known elsewhere. */
  standing: () => Standing
}

/** Ever better schedules, from the first one found. False if there is none at all. */
export function improve(instance: Instance, effort: Effort, findings: Findings): boolean {
  const { start, fairness } = effort
  const warm = (start && swap(instance, start, effort, findings)) ?? begin(instance, effort, findings)
  if (warm === null) return false
  let { breaks } = waitingIn(instance, warm)
  const standing = () => {
    const known = effort.standing()
    breaks = Math.min(breaks, known.breaks)
    return { ...known, breaks }
  }
  descend(modelOf(instance, fairness, FINDING), { standing, ...findings })
  return true
}

/** A first schedule that keeps every rule, and what swaps make of it. */
function begin(instance: Instance, effort: Effort, findings: Findings): Schedule | null {
  const model = modelOf(instance, effort.fairness, FINDING)
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
  const random = randomFrom(seed)
  const options = { start, fairness, seconds: seconds * MOST_FOR_SWAPS, cycles: SWAP_CYCLES, random }
  anneal(instance, options, schedule => {
    best = schedule
    onSchedule(schedule)
  })
  return best
}
