import { openTo, type Pairing } from './board.ts'
import type { Seating } from './seating.ts'

/** Swaps tried for one pairing; whoever needs more is left to the solver. */
const mostSwaps = 3_000

/**
 * Seats one more pairing, with others making way where they must: two slots are exchanged along a chain of meetings
 * (Kempe). When nobody is ever away and all have one seat, that always succeeds where the counts allow it (Kőnig).
 * False: no way was found, which proves nothing; then everybody sits where they sat.
 */
export function makeWay(seating: Seating, pairing: Pairing): boolean {
  const effort = { swaps: mostSwaps }
  for (const slot of byRoom(seating, openTo(seating.board, pairing))) {
    const mark = seating.mark
    const number = seating.add(pairing, slot)
    if (seatBoth(seating, number, slot, effort)) return true
    seating.backTo(mark)
  }
  return false
}

interface Effort {
  swaps: number
}

/** Whoever of the two has no seat in that slot gives up another meeting there; then places are seen to. */
function seatBoth(seating: Seating, number: number, slot: number, effort: Effort): boolean {
  const party = seating.pairings[number]?.between.find(one => seating.seatsLeft(one, slot) < 0)
  if (party === undefined) return levelOut(seating, 2, effort)
  for (const other of byRoom(seating, slotsOf(seating)))
    for (const going of [...seating.at(party, slot)]) {
      if (going === number || other === slot || seating.seatsLeft(party, other) < 1) continue
      const mark = seating.mark
      if (swap(seating, going, other, number, effort) && seatBoth(seating, number, slot, effort)) return true
      seating.backTo(mark)
    }
  return false
}

/** Meetings leave slots that hold more than there are places, in `steps` swaps at most. */
function levelOut(seating: Seating, steps: number, effort: Effort): boolean {
  const slots = slotsOf(seating)
  const crowded = slots.find(slot => seating.placesLeft(slot) < 0)
  if (crowded === undefined) return true
  if (steps === 0) return false
  const left = seating.placesLeft(crowded)
  // The last step has to end where there is a place.
  for (const other of byRoom(seating, slots)) {
    if (other === crowded || seating.placesLeft(other) < (steps === 1 ? 1 : 0)) continue
    for (const going of [...seating.in(crowded)]) {
      const mark = seating.mark
      const isLess = swap(seating, going, other, null, effort) && seating.placesLeft(crowded) > left
      if (isLess && levelOut(seating, steps - 1, effort)) return true
      seating.backTo(mark)
    }
  }
  return false
}

/** Moves one meeting to another slot, and back and forth between the two whoever is then in the way. */
function swap(seating: Seating, first: number, to: number, staying: number | null, effort: Effort): boolean {
  const from = seating.slots[first] ?? to
  const moved = new Set(staying === null ? [] : [staying])
  const queue = [first]
  if (effort.swaps-- <= 0) return false
  for (let number = queue.pop(); number !== undefined; number = queue.pop()) {
    const target = seating.slots[number] === from ? to : from
    if (moved.has(number) || !seating.isOpen(number, target)) return false
    moved.add(number)
    seating.move(number, target)
    for (const party of seating.pairings[number]?.between ?? []) {
      if (seating.seatsLeft(party, target) >= 0) continue
      const next = seating.at(party, target).find(other => !moved.has(other) && !queue.includes(other))
      if (next === undefined) return false
      queue.push(next)
    }
  }
  return true
}

const slotsOf = ({ board }: Seating) => Array.from({ length: board.slots }, (_, slot) => slot)

const byRoom = (seating: Seating, slots: readonly number[]) =>
  slots.toSorted((a, b) => seating.placesLeft(b) - seating.placesLeft(a))
