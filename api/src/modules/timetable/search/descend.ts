import { waitingIn } from '../breaks.ts'
import { scheduleIn, type Model } from '../encode/model.ts'
import { totaliser } from '../sat/totaliser.ts'
import type { Verdict } from '../sat/solver.ts'
import type { Findings } from './prove.ts'

/** What it may cost at first to ask for much better before asking for a little better, and the other way about. */
const FIRST_PATIENCE = 40_000

/** What is known by now, also from elsewhere. */
export interface Standing {
  bound: number
  breaks: number
}

interface Course extends Findings {
  standing: () => Standing
}

/**
 * Betters a schedule by asking the solver for one with fewer breaks in all, everything free to move: half the way
 * down to the bound, then, where that is not found, one less. Ends when there is none with fewer, and says
 * so.
 */
export function descend(model: Model, { standing, onBound, onSchedule }: Course): void {
  const { solver, instance } = model
  let { breaks } = standing()
  const counts = totaliser(solver, model.breaksOf.flat(), breaks)
  let patience = FIRST_PATIENCE
  let isBold = true
  for (;;) {
    const { bound, breaks: reached } = standing()
    breaks = Math.min(breaks, reached)
    const most = breaks - 1
    const fewer = counts[most]
    if (fewer === undefined) return onBound(breaks)
    solver.clause(fewer ^ 1)
    const asked = isBold ? Math.min(most, Math.floor((bound + breaks) / 2)) : most
    const wish = asked < most ? counts[asked] : undefined
    const verdict: Verdict = solver.solve(wish === undefined ? [] : [wish ^ 1], patience)
    if (verdict === 'unsatisfiable') {
      onBound(asked + 1)
      if (wish === undefined) return
    }
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
