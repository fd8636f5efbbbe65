import { meetingsByParticipant, type Instance, type Schedule } from '../instance.ts'
import { at } from '../sat/cells.ts'
import { windows } from '../windows.ts'

/** What a broken rule costs beside one break. */
const RULE = 4

/** Slots of a day that fit a mask of bits. */
export const MOST_SLOTS = 30

/**
 * A schedule in which nobody is booked twice, to be changed by swaps: all meetings of two slots that hang
 * together by their people (a Kempe chain) change places, so that nobody is booked twice afterwards either.
 */
export class SwapBoard {
  /** Breaks, and a multiple of the rules broken. */
  cost = 0
  broken = 0
  readonly slotOf: Int32Array
  readonly #instance: Instance
  readonly #fairness: number
  readonly #open: Int32Array
  readonly #heldIn: Int32Array
  readonly #busy: Int32Array
  readonly #taken: Int32Array
  readonly #one: Int32Array
  readonly #other: Int32Array
  readonly #later: number[][]
  readonly #chain: number[] = []
  readonly #inChain: Int32Array
  #stamp = 0

  constructor(instance: Instance, schedule: Schedule, fairness: number) {
    const { meetings, participants, slots } = instance
    this.#instance = instance
    this.#fairness = fairness
    this.slotOf = Int32Array.from(schedule)
    this.#open = Int32Array.from(windows(instance), open =>
      open.reduce((mask, slot) => mask | (1 << slot), 0),
    )
    this.#heldIn = new Int32Array(participants * slots).fill(-1)
    this.#busy = new Int32Array(participants)
    this.#taken = new Int32Array(slots)
    this.#one = Int32Array.from(meetings, ({ between }) => between[0])
    this.#other = Int32Array.from(meetings, ({ between }) => between[1])
    this.#later = meetings.map(() => [])
    for (const [later, { after }] of meetings.entries())
      for (const earlier of after) this.#later[earlier]?.push(later)
    this.#inChain = new Int32Array(meetings.length)
    for (const meeting of meetings.keys()) this.#put(meeting, at(this.slotOf, meeting))
    this.#recount(meetingsByParticipant(instance))
  }

  breaksOf(participant: number): number {
    return breaksIn(at(this.#busy, participant))
  }

  /** Whether the participant is in a meeting right before or after a slot. */
  isBeside(participant: number, slot: number): boolean {
    return (
      ((at(this.#busy, participant) >> slot) & 1) === 0 &&
      (neighbours(slot) & at(this.#busy, participant)) !== 0
    )
  }

  isOpen(meeting: number, slot: number): boolean {
    return ((at(this.#open, meeting) >> slot) & 1) === 1
  }

  /** What moving a meeting to another slot would add to the cost, with all that must move for it. */
  tryMove(meeting: number, to: number): number {
    const from = at(this.slotOf, meeting)
    this.#gather(meeting, from, to)
    let rules = 0
    let breaks = 0
    let moved = 0
    for (const one of this.#chain) {
      const goes = at(this.slotOf, one) === from
      const target = goes ? to : from
      moved += goes ? 1 : -1
      rules += Number(!this.isOpen(one, target)) - Number(!this.isOpen(one, at(this.slotOf, one)))
      rules += this.#orderChange(one, from, to)
      for (const person of [at(this.#one, one), at(this.#other, one)]) {
        const mask = at(this.#busy, person)
        // In both slots: their day looks the same afterwards.
        if (((mask >> from) & 1) === ((mask >> to) & 1)) continue
        const before = breaksIn(mask)
        const after = breaksIn(mask ^ (1 << from) ^ (1 << to))
        breaks += after - before
        rules += Math.max(0, after - this.#fairness) - Math.max(0, before - this.#fairness)
      }
    }
    const { tables } = this.#instance
    const [left, reached] = [at(this.#taken, from), at(this.#taken, to)]
    rules +=
      over(left - moved, tables) + over(reached + moved, tables) - over(left, tables) - over(reached, tables)
    this.#addedRules = rules
    return breaks + RULE * rules
  }

  #addedRules = 0

  /** Does what was tried last. */
  move(meeting: number, to: number, added: number): void {
    const from = at(this.slotOf, meeting)
    for (const one of this.#chain) this.#take(one, at(this.slotOf, one))
    for (const one of this.#chain) {
      const target = at(this.slotOf, one) === from ? to : from
      this.slotOf[one] = target
      this.#put(one, target)
    }
    this.cost += added
    this.broken += this.#addedRules
  }

  #gather(meeting: number, from: number, to: number): void {
    const chain = this.#chain
    const stamp = ++this.#stamp
    const { slots } = this.#instance
    chain.length = 0
    chain.push(meeting)
    this.#inChain[meeting] = stamp
    for (let next = 0; next < chain.length; next++) {
      const one = chain[next] ?? 0
      const opposite = at(this.slotOf, one) === from ? to : from
      for (const person of [at(this.#one, one), at(this.#other, one)]) {
        const there = at(this.#heldIn, person * slots + opposite)
        if (there === -1 || at(this.#inChain, there) === stamp) continue
        this.#inChain[there] = stamp
        chain.push(there)
      }
    }
  }

  /** Precedences of a meeting broken after the swap, less those broken before; each pair counted once. */
  #orderChange(meeting: number, from: number, to: number): number {
    const after = this.#instance.meetings[meeting]?.after ?? []
    const later = this.#later[meeting] ?? []
    if (after.length === 0 && later.length === 0) return 0
    const slotThen = (one: number) => {
      const slot = at(this.slotOf, one)
      if (at(this.#inChain, one) !== this.#stamp) return slot
      return slot === from ? to : from
    }
    const isBroken = (earlier: number, late: number, slot: (one: number) => number) =>
      Number(slot(earlier) >= slot(late))
    const slotNow = (one: number) => at(this.slotOf, one)
    let change = 0
    for (const earlier of after)
      change += isBroken(earlier, meeting, slotThen) - isBroken(earlier, meeting, slotNow)
    // Where both are in the chain, the later one has counted the pair.
    for (const late of later)
      if (at(this.#inChain, late) !== this.#stamp)
        change += isBroken(meeting, late, slotThen) - isBroken(meeting, late, slotNow)
    return change
  }

  #put(meeting: number, slot: number): void {
    this.#taken[slot] = at(this.#taken, slot) + 1
    for (const person of [at(this.#one, meeting), at(this.#other, meeting)]) {
      this.#heldIn[person * this.#instance.slots + slot] = meeting
      this.#busy[person] = at(this.#busy, person) | (1 << slot)
    }
  }

  #take(meeting: number, slot: number): void {
    this.#taken[slot] = at(this.#taken, slot) - 1
    for (const person of [at(this.#one, meeting), at(this.#other, meeting)]) {
      this.#heldIn[person * this.#instance.slots + slot] = -1
      this.#busy[person] = at(this.#busy, person) & ~(1 << slot)
    }
  }

  #recount(meetings: readonly number[][]): void {
    const breaks = meetings.map((_, participant) => this.breaksOf(participant))
    this.cost = breaks.reduce((sum, count) => sum + count, 0)
    this.broken = breaks.reduce((sum, count) => sum + Math.max(0, count - this.#fairness), 0)
    this.cost += RULE * this.broken
  }
}

const over = (count: number, most: number) => Math.max(0, count - most)

const neighbours = (slot: number) => (slot === 0 ? 2 : 5 << (slot - 1))

/** Runs of ones in the mask, less one. */
function breaksIn(mask: number): number {
  let starts = mask & ~(mask << 1)
  let runs = 0
  for (; starts !== 0; starts &= starts - 1) runs++
  return Math.max(0, runs - 1)
}
