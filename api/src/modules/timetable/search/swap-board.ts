import type { Instance, Schedule } from '../instance.ts'
import { at } from './cells.ts'
import { windows } from '../windows.ts'
import { breaksIn } from './day-mask.ts'
import { Pick } from './pick.ts'
import { Precedences } from './precedences.ts'

/** What a broken rule costs beside one break. */
export const RULE = 4

/** Slots of a day that fit a mask of bits. */
export const MOST_SLOTS = 30

/** Where the people of a chain end: in a circle, or at a meeting that may not go where it must. */
const CIRCLE = -1
const REFUSED = -2

/**
 * A schedule in which nobody is booked twice, to be changed by swaps: all meetings of two slots that hang
 * together by their people (a Kempe chain) change places, so that nobody is booked twice afterwards either.
 * Only the two people at its ends have another day afterwards, which makes a swap cheap to judge.
 */
export class SwapBoard {
  breaks = 0
  /** Rules broken: tables, precedences, and fairness by each break too many. */
  broken = 0
  readonly slotOf: Int32Array
  /** Whoever has a break. */
  readonly waiting: Pick
  readonly #fairness: number
  readonly #tables: number
  readonly #slots: number
  readonly #open: Int32Array
  readonly #heldIn: Int32Array
  readonly #busy: Int32Array
  readonly #taken: Int32Array
  readonly #one: Int32Array
  readonly #other: Int32Array
  /** Both people of a meeting, combined so that either gives the other. */
  readonly #pair: Int32Array
  readonly #precedences: Precedences
  readonly #chain: Int32Array
  readonly #inChain: Int32Array
  #length = 0
  #stamp = 0
  /** Of the swap tried last. */
  #from = 0
  #to = 0
  #moved = 0
  #oneEnd = CIRCLE
  #otherEnd = CIRCLE
  /** But for fairness, which goes by the days of the ends. */
  #addedRules = 0

  constructor(instance: Instance, schedule: Schedule, fairness: number) {
    const { meetings, participants, slots, tables } = instance
    this.#fairness = fairness
    this.#tables = tables
    this.#slots = slots
    this.slotOf = Int32Array.from(schedule)
    this.#open = Int32Array.from(windows(instance), open =>
      open.reduce((mask, slot) => mask | (1 << slot), 0),
    )
    this.#heldIn = new Int32Array(participants * slots).fill(-1)
    this.#busy = new Int32Array(participants)
    this.#taken = new Int32Array(slots)
    this.#one = Int32Array.from(meetings, ({ between }) => between[0])
    this.#other = Int32Array.from(meetings, ({ between }) => between[1])
    this.#pair = Int32Array.from(meetings, ({ between }) => between[0] ^ between[1])
    this.#precedences = new Precedences(instance)
    this.#chain = new Int32Array(meetings.length)
    this.#inChain = new Int32Array(meetings.length)
    this.waiting = new Pick(participants)
    const days = new Int32Array(participants)
    for (const [meeting, slot] of this.slotOf.entries()) {
      this.#sit(meeting)
      this.#taken[slot] = at(this.#taken, slot) + 1
      for (const person of meetings[meeting]?.between ?? []) days[person] = at(days, person) | (1 << slot)
    }
    for (const [person, day] of days.entries()) this.#changeDay(person, day)
  }

  get cost(): number {
    return this.breaks + RULE * this.broken
  }

  /** Whether the participant is idle in a slot right before or after a meeting. */
  isBeside(participant: number, slot: number): boolean {
    const busy = at(this.#busy, participant)
    return ((busy >> slot) & 1) === 0 && (neighbours(slot) & busy) !== 0
  }

  isOpen(meeting: number, slot: number): boolean {
    return ((at(this.#open, meeting) >> slot) & 1) === 1
  }

  /**
   * What moving a meeting to another slot would add to the cost, with all that must move for it; Infinity
   * if something may not go where it must.
   */
  tryMove(meeting: number, to: number): number {
    this.#from = at(this.slotOf, meeting)
    this.#to = to
    this.#moved = 1
    this.#length = 1
    this.#chain[0] = meeting
    this.#inChain[meeting] = ++this.#stamp
    this.#oneEnd = this.#follow(meeting, at(this.#one, meeting))
    if (this.#oneEnd === REFUSED) return Infinity
    this.#otherEnd = this.#oneEnd === CIRCLE ? CIRCLE : this.#follow(meeting, at(this.#other, meeting))
    if (this.#otherEnd === REFUSED) return Infinity
    this.#addedRules = this.#addedCrowd() + this.#addedDisorder()
    return this.#addedWaiting(this.#oneEnd) + this.#addedWaiting(this.#otherEnd) + RULE * this.#addedRules
  }

  /** Does what was tried last. */
  move(): void {
    const flipped = (1 << this.#from) | (1 << this.#to)
    this.broken += this.#addedRules
    if (this.#oneEnd !== CIRCLE) this.#changeDay(this.#oneEnd, flipped)
    if (this.#otherEnd !== CIRCLE) this.#changeDay(this.#otherEnd, flipped)
    this.#taken[this.#from] = at(this.#taken, this.#from) - this.#moved
    this.#taken[this.#to] = at(this.#taken, this.#to) + this.#moved
    for (let next = 0; next < this.#length; next++) this.#leave(at(this.#chain, next))
    for (let next = 0; next < this.#length; next++) this.#sit(at(this.#chain, next))
  }

  /** From one person of a meeting to the next as long as somebody has to make way; whoever is the last. */
  #follow(meeting: number, first: number): number {
    let person = first
    let from = this.#from
    let to = this.#to
    for (;;) {
      const next = at(this.#heldIn, person * this.#slots + to)
      if (next === -1) return person
      if (next === meeting) return CIRCLE
      if (((at(this.#open, next) >> from) & 1) === 0) return REFUSED
      this.#inChain[next] = this.#stamp
      this.#chain[this.#length++] = next
      this.#moved += from === this.#from ? -1 : 1
      person ^= at(this.#pair, next)
      const back = from
      from = to
      to = back
    }
  }

  #addedWaiting(person: number): number {
    if (person === CIRCLE) return 0
    const day = at(this.#busy, person)
    const before = breaksIn(day)
    const after = breaksIn(day ^ (1 << this.#from) ^ (1 << this.#to))
    return after - before + RULE * (over(after, this.#fairness) - over(before, this.#fairness))
  }

  #addedCrowd(): number {
    if (this.#moved === 0) return 0
    const left = at(this.#taken, this.#from)
    const reached = at(this.#taken, this.#to)
    const tables = this.#tables
    return (
      over(left - this.#moved, tables) +
      over(reached + this.#moved, tables) -
      over(left, tables) -
      over(reached, tables)
    )
  }

  #addedDisorder(): number {
    if (this.#precedences.isEmpty) return 0
    const inChain = (meeting: number) => at(this.#inChain, meeting) === this.#stamp
    const chain = this.#chain.subarray(0, this.#length)
    return this.#precedences.change(this.slotOf, chain, inChain, this.#from, this.#to)
  }

  #changeDay(person: number, flipped: number): void {
    const before = breaksIn(at(this.#busy, person))
    const day = at(this.#busy, person) ^ flipped
    const after = breaksIn(day)
    this.#busy[person] = day
    this.breaks += after - before
    this.broken += over(after, this.#fairness) - over(before, this.#fairness)
    this.waiting.set(person, after > 0)
  }

  /** Its people are in a meeting no more, unless another of the chain has come. */
  #leave(meeting: number): void {
    const slot = at(this.slotOf, meeting)
    this.#heldIn[at(this.#one, meeting) * this.#slots + slot] = -1
    this.#heldIn[at(this.#other, meeting) * this.#slots + slot] = -1
    this.slotOf[meeting] = slot === this.#from ? this.#to : this.#from
  }

  #sit(meeting: number): void {
    const slot = at(this.slotOf, meeting)
    this.#heldIn[at(this.#one, meeting) * this.#slots + slot] = meeting
    this.#heldIn[at(this.#other, meeting) * this.#slots + slot] = meeting
  }
}

const over = (count: number, most: number) => Math.max(0, count - most)

const neighbours = (slot: number) => (slot === 0 ? 2 : 5 << (slot - 1))
