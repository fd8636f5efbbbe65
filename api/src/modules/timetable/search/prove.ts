import { scheduleIn, type Model } from '../encode/model.ts'
import { totaliser } from '../sat/totaliser.ts'
import type { Schedule } from '../instance.ts'

export interface Findings {
  /** At least so many breaks, whatever the schedule. */
  onBound: (bound: number) => void
  onSchedule: (schedule: Schedule) => void
}

/** A sum over the literals of a core, of which `reached` are known to be unavoidable. */
interface Sum {
  counts: number[]
  reached: number
}

/**
 * The fewest breaks, from below (OLL): assume that nobody has any; each set of wishes that cannot be
 * granted together costs one break more. Sets that have nothing in common are collected first, so that a
 * schedule is found in between. False if there is no schedule at all.
 */
export function prove(model: Model, { onBound, onSchedule }: Findings): boolean {
  const { solver, breaksOf } = model
  if (solver.solve() === 'unsatisfiable') return false
  onSchedule(scheduleIn(model))
  const sumOf = new Map<number, Sum>()
  let wishes = new Set(breaksOf.flat().map(literal => literal ^ 1))
  let bound = 0
  for (;;) {
    const postponed: number[] = []
    let hasFailed = false
    for (;;) {
      if (solver.solve([...wishes]) === 'satisfiable') break
      hasFailed = true
      const core = smaller(model, solver.core)
      onBound(++bound)
      for (const wish of core) {
        wishes.delete(wish)
        const sum = sumOf.get(wish)
        if (sum === undefined) continue
        const next = sum.counts[++sum.reached]
        if (next === undefined) continue
        sumOf.set(next ^ 1, sum)
        postponed.push(next ^ 1)
      }
      const failed = core.map(wish => wish ^ 1)
      solver.clause(...failed)
      if (failed.length === 1) continue
      const sum: Sum = { counts: totaliser(solver, failed, failed.length), reached: 1 }
      const next = sum.counts[1]
      if (next === undefined) continue
      sumOf.set(next ^ 1, sum)
      postponed.push(next ^ 1)
    }
    onSchedule(scheduleIn(model))
    if (!hasFailed) return true
    wishes = new Set([...wishes, ...postponed])
  }
}

/** A core with less in it, as far as that is quickly seen: each literal left out is work saved later. */
function smaller({ solver }: Model, found: readonly number[]): number[] {
  let core = [...found]
  for (let again = 0; again < 3; again++) {
    if (core.length <= 1 || solver.solve(core.toReversed(), 2_000) !== 'unsatisfiable') break
    if (solver.core.length >= core.length) break
    core = [...solver.core]
  }
  if (core.length >= 60) return core
  for (const wish of [...core]) {
    if (!core.includes(wish) || core.length === 1) continue
    const others = core.filter(other => other !== wish)
    if (solver.solve(others, 200) === 'unsatisfiable') core = [...solver.core]
  }
  return core
}
