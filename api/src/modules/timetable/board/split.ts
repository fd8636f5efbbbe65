import type { Instance } from '../instance.ts'
import type { Board, Pairing } from './board.ts'

/** A part of a board that the solver of timetables can be asked: one day, and one person a seat. */
export interface Part {
  instance: Instance
  /** Which pairings its first meetings are; what comes after them stands for places that are closed. */
  pairings: number[]
  /** Which slots of the board its slots are. */
  slots: number[]
  /** The timetable that is known to work, in the numbers of the instance. */
  start: number[]
}

/**
 * A board as timetable problems, one a day. Whoever can hold several meetings at once is there several times; which
 * of them holds which meeting, and on which day, is taken from a timetable that is known to work.
 */
export function split(
  board: Board,
  pairings: readonly Pairing[],
  working: readonly number[],
  days: readonly (readonly number[])[],
): Part[] {
  return days.flatMap(slots => {
    const mine = pairings.flatMap((_, number) => (slots.includes(working[number] ?? -1) ? [number] : []))
    return mine.length === 0 ? [] : [partOf(board, pairings, working, slots, mine)]
  })
}

function partOf(
  board: Board,
  pairings: readonly Pairing[],
  working: readonly number[],
  slots: readonly number[],
  mine: readonly number[],
): Part {
  const people = new People(board, slots)
  const inOrder = mine.toSorted((a, b) => (working[a] ?? 0) - (working[b] ?? 0))
  const between = new Map(
    inOrder.map(number => {
      const [one = 0, other = 0] = pairings[number]?.between ?? []
      const slot = working[number] ?? 0
      return [number, [people.free(one, slot), people.free(other, slot)] as const]
    }),
  )
  const meetings = mine.map(number => {
    const fixed = pairings[number]?.fixed ?? null
    return {
      between: between.get(number) ?? ([0, 0] as const),
      session: 'any' as const,
      fixed: fixed === null ? null : slots.indexOf(fixed),
      after: [],
    }
  })
  const capacity = slots.map(slot => board.capacity[slot] ?? 0)
  const tables = Math.max(...capacity)
  const closed = capacity.flatMap((places, slot) => Array.from({ length: tables - places }, () => slot))
  const fillers = closed.map(fixed => ({
    between: people.nobodies(),
    session: 'any' as const,
    fixed,
    after: [],
  }))
  return {
    instance: {
      participants: people.away.length,
      slots: slots.length,
      morningSlots: slots.length,
      tables,
      meetings: [...meetings, ...fillers],
      away: people.away,
    },
    pairings: [...mine],
    slots: [...slots],
    start: [...mine.map(number => slots.indexOf(working[number] ?? -1)), ...closed],
  }
}

/** The people of a part, each of one seat of a party, as far as they are needed. */
class People {
  readonly away: Set<number>[] = []
  readonly #seats = new Map<number, { person: number; busy: Set<number> }[]>()
  readonly #board: Board
  readonly #slots: readonly number[]

  constructor(board: Board, slots: readonly number[]) {
    this.#board = board
    this.#slots = slots
  }

  /** Somebody of that party who is free then: whoever has met least so far. */
  free(party: number, slot: number): number {
    const seats = this.#seats.get(party) ?? this.#seat(party)
    const [least] = seats.filter(({ busy }) => !busy.has(slot)).toSorted((a, b) => a.busy.size - b.busy.size)
    if (least === undefined) throw new Error('The timetable to begin with books somebody twice')
    least.busy.add(slot)
    return least.person
  }

  #seat(party: number) {
    const { seats = 1, away = new Set<number>() } = this.#board.parties[party] ?? {}
    const missed = this.#slots.flatMap((slot, here) => (away.has(slot) ? [here] : []))
    const made = Array.from({ length: seats }, () => ({
      person: this.away.push(new Set(missed)) - 1,
      busy: new Set<number>(),
    }))
    this.#seats.set(party, made)
    return made
  }

  /** Two who meet only where a place is closed. */
  nobodies(): readonly [number, number] {
    const one = this.away.push(new Set()) - 1
    return [one, this.away.push(new Set()) - 1]
  }
}
