import { openTo, roomOf, type Board, type Pairing } from './board.ts'
import { isFree, sit } from './lay-out.ts'
import { settle } from './place.ts'
import { Seating } from './seating.ts'

/** Somebody who might meet somebody, the most wanted first. */
export interface Candidate {
  between: readonly [number, number]
  /** Numbers of the boards (rounds) on which both take part, the preferred one first. */
  boards: readonly number[]
  /** Settled by staff: stands whatever the caps say. */
  isFirm: boolean
  /** Whether "no" has to be proven; the others are only tried where there is an easy place. */
  isProven: boolean
}

export type Hindrance =
  /** The cap of that party is reached. */
  | { kind: 'most'; party: number }
  /** That party has a meeting in every slot it is there. */
  | { kind: 'full'; party: number }
  /** They are never there at the same time. */
  | { kind: 'apart' }
  /** They are not in one round. */
  | { kind: 'rounds' }
  /** Every place is taken in every slot. */
  | { kind: 'places' }
  /** Each could, but not together with what was chosen before. */
  | { kind: 'together' }

export interface Choice {
  /** The board on which each candidate meets; null: not chosen. */
  boards: (number | null)[]
  hindrances: (Hindrance | null)[]
}

/**
 * Chooses from the first to the last whatever can still be timetabled with all that was chosen before. Because
 * more meetings never make a timetable easier, whoever is left out could not be added in the end either.
 */
export function choose(
  boards: readonly Board[],
  mosts: readonly (number | null)[],
  candidates: readonly Candidate[],
): Choice {
  const tables = boards.map(board => new Table(board))
  const counts = mosts.map(() => 0)
  const choice: Choice = { boards: candidates.map(() => null), hindrances: candidates.map(() => null) }
  for (const [number, candidate] of candidates.entries()) {
    const hindrance = capOf(candidate, mosts, counts) ?? seat(tables, candidate, number, choice)
    choice.hindrances[number] = hindrance
    if (hindrance === null) for (const party of candidate.between) counts[party] = (counts[party] ?? 0) + 1
  }
  return choice
}

function capOf(
  { between, isFirm }: Candidate,
  mosts: readonly (number | null)[],
  counts: readonly number[],
): Hindrance | null {
  const party = isFirm
    ? undefined
    : between.find(one => {
        const most = mosts[one] ?? null
        return most !== null && (counts[one] ?? 0) >= most
      })
  return party === undefined ? null : { kind: 'most', party }
}

/** On the emptiest board that takes it; null when it sits. */
function seat(
  tables: readonly Table[],
  { between, boards, isProven, isFirm }: Candidate,
  number: number,
  choice: Choice,
): Hindrance | null {
  let hindrance: Hindrance = { kind: 'rounds' }
  for (const board of boards) {
    const table = tables[board]
    if (table === undefined) continue
    const found = table.add({ between, fixed: null }, isProven || isFirm)
    if (found === null) {
      choice.boards[number] = board
      return null
    }
    hindrance = found
  }
  return hindrance
}

/** Each "no" of a hard case costs at most so much. */
const mostConflicts = 50_000

/** What was chosen for one board, with a timetable that shows that it can be. */
class Table {
  readonly #board: Board
  #seating: Seating

  constructor(board: Board) {
    this.#board = board
    this.#seating = new Seating(board)
  }

  add(pairing: Pairing, isProven: boolean): Hindrance | null {
    const hindrance = this.#plainHindrance(pairing)
    if (hindrance !== null) return hindrance
    const isEasy = openTo(this.#board, pairing).some(slot => isFree(this.#seating, pairing, slot))
    if (!isEasy && !isProven) return { kind: 'together' }
    if (sit(this.#seating, pairing)) return null
    const pairings = [...this.#seating.pairings, pairing]
    const placing = settle(this.#board, pairings, { begin: this.#seating.slots, mostConflicts })
    if (typeof placing === 'string') return { kind: 'together' }
    this.#seating = new Seating(this.#board)
    for (const [number, one] of pairings.entries()) this.#seating.add(one, placing[number] ?? -1)
    return null
  }

  #plainHindrance(pairing: Pairing): Hindrance | null {
    const board = this.#board
    if (openTo(board, pairing).length === 0) return { kind: 'apart' }
    for (const party of pairing.between)
      if (this.#seating.meetingsOf(party) >= roomOf(board, party)) return { kind: 'full', party }
    const room = board.capacity.reduce((sum, places) => sum + places, 0)
    return this.#seating.pairings.length >= room ? { kind: 'places' } : null
  }
}
