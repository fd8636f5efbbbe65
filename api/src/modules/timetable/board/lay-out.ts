import { openTo, pairingsByParty, type Board, type Pairing } from './board.ts'
import { makeWay } from './make-way.ts'
import { Seating } from './seating.ts'

/**
 * A slot for each pairing, built one by one and without searching: those that have one in `near` keep it where the
 * rules allow, the most hindered go first. Null for whoever no way was found for; that proves nothing.
 */
export function layOut(
  board: Board,
  pairings: readonly Pairing[],
  near: readonly (number | null)[] = [],
): (number | null)[] {
  const seating = new Seating(board)
  const numbers: number[] = []
  const waiting: number[] = []
  for (const number of inOrder(board, pairings)) {
    const pairing = pairings[number]
    const slot = near[number] ?? null
    if (pairing && slot !== null && isFree(seating, pairing, slot)) {
      seating.add(pairing, slot)
      numbers.push(number)
    } else waiting.push(number)
  }
  for (const number of waiting) {
    const pairing = pairings[number]
    if (pairing && sit(seating, pairing)) numbers.push(number)
  }
  const slots: (number | null)[] = pairings.map(() => null)
  for (const [index, number] of numbers.entries()) slots[number] = seating.slots[index] ?? null
  return slots
}

/** In the emptiest slot in which nobody has to make way, or where somebody can. */
export function sit(seating: Seating, pairing: Pairing): boolean {
  const taken = (slot: number) => seating.in(slot).length / (seating.board.capacity[slot] ?? 1)
  const [best] = openTo(seating.board, pairing)
    .filter(slot => isFree(seating, pairing, slot))
    .sort((a, b) => taken(a) - taken(b))
  if (best === undefined) return makeWay(seating, pairing)
  seating.add(pairing, best)
  return true
}

/** Nobody has to make way. */
export const isFree = (seating: Seating, pairing: Pairing, slot: number) =>
  openTo(seating.board, pairing).includes(slot) &&
  seating.placesLeft(slot) > 0 &&
  pairing.between.every(party => seating.seatsLeft(party, slot) > 0)

/** Who has the fewest slots to choose from comes first, then who meets most. */
function inOrder(board: Board, pairings: readonly Pairing[]): number[] {
  const meetings = pairingsByParty(board, pairings).map(({ length }) => length)
  const open = pairings.map(pairing => openTo(board, pairing).length)
  const busy = pairings.map(({ between }) => Math.max(...between.map(party => meetings[party] ?? 0)))
  return pairings
    .map((_, number) => number)
    .sort((a, b) => (open[a] ?? 0) - (open[b] ?? 0) || (busy[b] ?? 0) - (busy[a] ?? 0))
}
