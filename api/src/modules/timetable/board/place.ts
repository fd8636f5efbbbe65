import { Solver } from '../sat/solver.ts'
import { openTo, pairingsByParty, type Board, type Pairing } from './board.ts'
import { layOut } from './lay-out.ts'
import { plainShortageOf } from './shortage.ts'

/** A slot for each pairing, or why there are none: it cannot be, or it was not settled within the effort. */
export type Placing = readonly number[] | 'impossible' | 'unsettled'

interface Options {
  /** Slots to begin with; kept where nothing speaks against it, but not insisted on. */
  near?: readonly (number | null)[]
  mostConflicts?: number
}

/** Whether all of these can meet; exact. Most boards are laid out at once, and a solver that counts settles the rest. */
export function place(board: Board, pairings: readonly Pairing[], options: Options = {}): Placing {
  const { near, mostConflicts } = options
  if (plainShortageOf(board, pairings) !== null) return 'impossible'
  const begin = layOut(board, pairings, near)
  const laid = begin.filter(slot => slot !== null)
  if (laid.length === pairings.length) return laid
  return settle(board, pairings, { begin, mostConflicts })
}

interface Settling {
  /** What is tried first. */
  begin: readonly (number | null)[]
  /** Insists: at most so many of those in `begin` move. */
  mostMoved?: number
  mostConflicts?: number | undefined
}

/** The same as a question to the solver alone. */
export function settle(board: Board, pairings: readonly Pairing[], settling: Settling): Placing {
  const { begin, mostMoved, mostConflicts = Infinity } = settling
  using solver = new Solver()
  const never = solver.variable()
  solver.clause(never ^ 1)
  const held = pairings.map(pairing => literalsOf(solver, never, board, pairing))
  addPeople(solver, never, board, pairings, held)
  for (const [slot, most] of board.capacity.entries())
    solver.atMost(
      most,
      known(
        never,
        held.map(literals => literals[slot] ?? never),
      ),
    )
  const kept = held.flatMap((literals, number) => literals[begin[number] ?? -1] ?? [])
  for (const literal of kept) if (literal !== never) solver.prefer(literal)
  if (mostMoved !== undefined)
    solver.atMost(
      mostMoved,
      kept.map(literal => literal ^ 1),
    )
  const verdict = solver.solve([], mostConflicts)
  if (verdict === 'given up') return 'unsettled'
  if (verdict === 'unsatisfiable') return 'impossible'
  return held.map(literals => literals.findIndex(literal => solver.isTrue(literal)))
}

function literalsOf(solver: Solver, never: number, board: Board, pairing: Pairing): number[] {
  const literals = Array.from({ length: board.slots }, () => never)
  const open = openTo(board, pairing)
  for (const slot of open) literals[slot] = solver.variable()
  solver.clause(...known(never, literals))
  solver.atMost(1, known(never, literals))
  return literals
}

/** Nobody is in more meetings at once than they have people. */
function addPeople(
  solver: Solver,
  never: number,
  board: Board,
  pairings: readonly Pairing[],
  held: readonly number[][],
): void {
  for (const [party, mine] of pairingsByParty(board, pairings).entries())
    for (let slot = 0; slot < board.slots; slot++)
      solver.atMost(
        board.parties[party]?.seats ?? 0,
        known(
          never,
          mine.map(number => held[number]?.[slot] ?? never),
        ),
      )
}

const known = (never: number, literals: readonly number[]) => literals.filter(literal => literal !== never)
