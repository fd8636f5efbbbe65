import type { Board, Pairing } from './board.ts'
import { place, settle } from './place.ts'

export interface Repair {
  slots: readonly number[]
  /** Pairings that had a slot and have another now. */
  moved: number
  /** Nobody could do with fewer. */
  isProven: boolean
}

/** Effort for each number of moves; what is not settled by then is tried with one more. */
const mostConflicts = 20_000

/**
 * 최소 변경 — a slot for every pairing of which as few as can be leave the one they had: none, then one, then two …
 * The first number that works is the fewest there is. Or why there is none: not even with everything moved, or not settled within the effort.
 */
export function fewestMoves(
  board: Board,
  pairings: readonly Pairing[],
  had: readonly (number | null)[],
): Repair | 'impossible' | 'unsettled' {
  const free = place(board, pairings, { near: had, mostConflicts: 10 * mostConflicts })
  if (typeof free === 'string') return free
  let isProven = true
  const most = movedBetween(had, free)
  for (let moves = 0; moves < most; moves++) {
    const placing = settle(board, pairings, { begin: had, mostMoved: moves, mostConflicts })
    if (placing === 'unsettled') isProven = false
    if (typeof placing === 'string') continue
    return { slots: placing, moved: movedBetween(had, placing), isProven }
  }
  return { slots: free, moved: most, isProven }
}

const movedBetween = (had: readonly (number | null)[], now: readonly number[]) =>
  had.filter((slot, number) => slot !== null && slot !== now[number]).length
