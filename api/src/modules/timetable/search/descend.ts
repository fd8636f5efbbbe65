import { waitingIn } from '../breaks.ts'
import { scheduleIn, type Model } from '../encode/model.ts'
import { totaliser } from '../encode/totaliser.ts'
import type { Schedule } from '../instance.ts'
import type { Verdict } from '../sat/solver.ts'

/** What it may cost at first to ask for much better before asking for a little better, and the other way about. */
const FIRST_PATIENCE = 40_000

interface Course {
  start: Schedule
  /** The bound proven elsewhere so far. */
  boundSoFar: () => number
  onSchedule: (schedule: Schedule) => void
}

/**
 * Betters a schedule by asking the solver for one with fewer breaks in all, everything free to move: half the way
 * down to the bound, then, where that is not found, one less. Ends when there is none with fewer, which is then
 * proven.
 */
export function descend(model: Model, { start, boundSoFar, onSchedule }: Course): void {
  const { solver, instance } = model
  let { breaks } = waitingIn(instance, start)
  const counts = totaliser(solver, model.breaksOf.flat(), breaks)
  let patience = FIRST_PATIENCE
  let isBold = true
  for (;;) {
    const most = breaks - 1
    const fewer = counts[most]
    if (fewer === undefined) return
    solver.clause(fewer ^ 1)
    const bold = isBold ? Math.floor((boundSoFar() + breaks) / 2) : most
    // The best schedule is a poor guide to a better one: each search begins from nothing.
    solver.forgetPreferences()
    const wish = bold < most ? counts[bold] : undefined
    const verdict: Verdict = solver.solve(wish === undefined ? [] : [wish ^ 1], patience)
    if (verdict === 'unsatisfiable' && wish === undefined) return
    if (verdict === 'satisfiable') {
      const found = scheduleIn(model)
      breaks = waitingIn(instance, found).breaks
      patience = FIRST_PATIENCE
      isBold = true
      onSchedule(found)
      continue
    }
    // By turns, each time for longer.
    if (!isBold) patience *= 2
    isBold = !isBold
  }
}
