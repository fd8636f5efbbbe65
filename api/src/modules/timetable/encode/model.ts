import type { Instance, Schedule } from '../instance.ts'
import type { Guard } from '../reasons/rules.ts'
import type { Solver } from '../sat/solver.ts'

/** How an instance is put to the solver; neither way is better everywhere, so the two threads differ. */
export interface Manner {
  /** Whether what follows from the other rules is counted as well: worth it for a proof, slower for a find. */
  hasCounts: boolean
  /** Whether the solver keeps to what it found best so far, or begins anew more often. */
  isSteady: boolean
}

/** For a proof that no schedule is better, and for finding a better one. */
export const PROVING: Manner = { hasCounts: true, isSteady: true }
export const FINDING: Manner = { hasCounts: false, isSteady: false }

export interface Model {
  instance: Instance
  solver: Solver
  guard: Guard
  /** A literal that is never true. */
  never: number
  /** For each meeting and slot: it takes place then. */
  held: number[][]
  /** For each participant and slot: they are in a meeting. */
  busy: number[][]
  /** For each participant: they have at least 1, 2, … breaks. */
  breaksOf: number[][]
  /** For each participant and slot: they met by then, they meet from then on; where it was asked for. */
  reach: (Reach | undefined)[]
}

/** What is known of a participant's day by each slot. */
export interface Reach {
  /** They met at or before it. */
  met: number[]
  /** They meet at or after it. */
  meets: number[]
}

/** The schedule of the solver's last solution. */
export function scheduleIn({ solver, held }: Model): Schedule {
  return held.map(literals => literals.findIndex(literal => solver.isTrue(literal)))
}
