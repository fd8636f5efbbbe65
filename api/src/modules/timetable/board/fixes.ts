import type { Board, Pairing } from './board.ts'
import { place } from './place.ts'

/** What would help; each was tried. */
export type Fix =
  | { kind: 'drop'; pairing: number }
  | { kind: 'open'; party: number; slots: number }
  | { kind: 'another_seat'; party: number }
  | { kind: 'another_place' }

const mostConflicts = 5_000
const mostFixes = 4

/** Single changes after which there is a timetable, the gentlest first. */
export function fixesFor(board: Board, pairings: readonly Pairing[]): Fix[] {
  const fixes: Fix[] = []
  for (const { fix, board: changed, pairings: left } of attempts(board, pairings)) {
    if (fixes.length >= mostFixes) break
    if (fixes.some(({ kind }) => kind === fix.kind)) continue
    if (typeof place(changed, left, { mostConflicts }) !== 'string') fixes.push(fix)
  }
  return fixes
}

function* attempts(board: Board, pairings: readonly Pairing[]) {
  for (const [party, { away, seats }] of board.parties.entries()) {
    if (away.size === 0 || seats === 0) continue
    const fix: Fix = { kind: 'open', party, slots: away.size }
    yield { fix, board: withParty(board, party, { seats, away: new Set() }), pairings }
  }
  const capacity = board.capacity.map(places => places + 1)
  yield { fix: { kind: 'another_place' } satisfies Fix, board: { ...board, capacity }, pairings }
  for (const [party, { away, seats }] of board.parties.entries()) {
    const fix: Fix = { kind: 'another_seat', party }
    yield { fix, board: withParty(board, party, { seats: seats + 1, away }), pairings }
  }
  for (const number of pairings.keys()) {
    const fix: Fix = { kind: 'drop', pairing: number }
    yield { fix, board, pairings: pairings.filter((_, other) => other !== number) }
  }
}

const withParty = (board: Board, party: number, changed: Board['parties'][number]): Board => ({
  ...board,
  parties: board.parties.map((one, number) => (number === party ? changed : one)),
})
