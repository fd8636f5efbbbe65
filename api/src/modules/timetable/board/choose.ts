import { openTo, roomOf, type Board, type Pairing } from './board.ts'
import { place } from './place.ts'

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
  readonly #pairings: Pairing[] = []
  readonly #slots: number[] = []
  /** Meetings of each party in each slot, and of all. */
  readonly #busy: number[][]
  readonly #taken: number[]

  constructor(board: Board) {
    this.#board = board
    this.#busy = board.parties.map(() => Array.from({ length: board.slots }, () => 0))
    this.#taken = Array.from({ length: board.slots }, () => 0)
  }

  add(pairing: Pairing, isProven: boolean): Hindrance | null {
    const hindrance = this.#plainHindrance(pairing)
    if (hindrance !== null) return hindrance
    const free = this.#freeSlot(pairing)
    if (free !== null) return this.#append(pairing, free)
    if (!isProven) return { kind: 'together' }
    const pairings = [...this.#pairings, pairing]
    const placing = place(this.#board, pairings, { near: this.#slots, mostConflicts })
    if (typeof placing === 'string') return { kind: 'together' }
    return this.#replace(pairings, placing)
  }

  #plainHindrance(pairing: Pairing): Hindrance | null {
    const board = this.#board
    if (openTo(board, pairing).length === 0) return { kind: 'apart' }
    for (const party of pairing.between) {
      const held = this.#busy[party]?.reduce((sum, count) => sum + count, 0) ?? 0
      if (held >= roomOf(board, party)) return { kind: 'full', party }
    }
    const room = board.capacity.reduce((sum, places) => sum + places, 0)
    return this.#pairings.length >= room ? { kind: 'places' } : null
  }

  /** The emptiest slot in which nobody has to make way. */
  #freeSlot(pairing: Pairing): number | null {
    const { capacity, parties } = this.#board
    const isFree = (slot: number) =>
      (this.#taken[slot] ?? 0) < (capacity[slot] ?? 0) &&
      pairing.between.every(one => (this.#busy[one]?.[slot] ?? 0) < (parties[one]?.seats ?? 0))
    const load = (slot: number) => (this.#taken[slot] ?? 0) / (capacity[slot] ?? 1)
    const [best] = openTo(this.#board, pairing)
      .filter(isFree)
      .sort((a, b) => load(a) - load(b))
    return best ?? null
  }

  #append(pairing: Pairing, slot: number): null {
    this.#pairings.push(pairing)
    this.#slots.push(slot)
    this.#count(pairing, slot)
    return null
  }

  /** Others have made way: everything is counted anew. */
  #replace(pairings: readonly Pairing[], slots: readonly number[]): null {
    this.#pairings.length = this.#slots.length = 0
    this.#taken.fill(0)
    for (const mine of this.#busy) mine.fill(0)
    for (const [number, pairing] of pairings.entries()) this.#append(pairing, slots[number] ?? -1)
    return null
  }

  #count({ between }: Pairing, slot: number): void {
    this.#taken[slot] = (this.#taken[slot] ?? 0) + 1
    for (const party of between) {
      const mine = this.#busy[party]
      if (mine) mine[slot] = (mine[slot] ?? 0) + 1
    }
  }
}
