import { openTo, type Board, type Pairing } from './board.ts'

/** 자리 배치 — who meets in which slot of a board so far. Whatever is moved can be taken back. */
export class Seating {
  readonly board: Board
  readonly pairings: Pairing[] = []
  /** The slot of each pairing. */
  readonly slots: number[] = []
  readonly #isOpen: boolean[][] = []
  /** The pairings of each party in each slot. */
  readonly #at: number[][][]
  readonly #in: number[][]
  readonly #moves: { number: number; from: number }[] = []

  constructor(board: Board) {
    const emptySlots = () => Array.from({ length: board.slots }, (): number[] => [])
    this.board = board
    this.#at = board.parties.map(emptySlots)
    this.#in = emptySlots()
  }

  /** Its number. */
  add(pairing: Pairing, slot: number): number {
    const number = this.pairings.push(pairing) - 1
    const isOpen = Array.from({ length: this.board.slots }, () => false)
    for (const open of openTo(this.board, pairing)) isOpen[open] = true
    this.#isOpen.push(isOpen)
    this.slots.push(slot)
    this.#sit(number, slot)
    this.#moves.push({ number, from: NOWHERE })
    return number
  }

  move(number: number, slot: number): void {
    const from = this.slots[number] ?? NOWHERE
    this.#rise(number, from)
    this.slots[number] = slot
    this.#sit(number, slot)
    this.#moves.push({ number, from })
  }

  /** How far `backTo` goes back. */
  get mark(): number {
    return this.#moves.length
  }

  backTo(mark: number): void {
    for (const { number, from } of this.#moves.splice(mark).toReversed()) {
      this.#rise(number, this.slots[number] ?? NOWHERE)
      if (from === NOWHERE) this.#forget()
      else {
        this.slots[number] = from
        this.#sit(number, from)
      }
    }
  }

  isOpen(number: number, slot: number): boolean {
    return this.#isOpen[number]?.[slot] ?? false
  }

  at(party: number, slot: number): readonly number[] {
    return this.#at[party]?.[slot] ?? []
  }

  in(slot: number): readonly number[] {
    return this.#in[slot] ?? []
  }

  /** Meetings that a party can still hold in a slot; below nothing when it holds too many. */
  seatsLeft(party: number, slot: number): number {
    return (this.board.parties[party]?.seats ?? 0) - this.at(party, slot).length
  }

  placesLeft(slot: number): number {
    return (this.board.capacity[slot] ?? 0) - this.in(slot).length
  }

  meetingsOf(party: number): number {
    return this.#at[party]?.reduce((sum, { length }) => sum + length, 0) ?? 0
  }

  #sit(number: number, slot: number): void {
    for (const list of this.#listsOf(number, slot)) list.push(number)
  }

  #rise(number: number, slot: number): void {
    for (const list of this.#listsOf(number, slot)) list.splice(list.indexOf(number), 1)
  }

  #listsOf(number: number, slot: number): number[][] {
    const parties = this.pairings[number]?.between ?? []
    return [this.#in[slot], ...parties.map(party => this.#at[party]?.[slot])].filter(
      list => list !== undefined,
    )
  }

  #forget(): void {
    this.pairings.pop()
    this.slots.pop()
    this.#isOpen.pop()
  }
}

const NOWHERE = -1
