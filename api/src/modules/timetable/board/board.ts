/**
 * 판 — a round as staff know it, richer than the timetable problem of the benchmark: places that hold a
 * different number in each slot, and parties that can hold several meetings at once.
 */
export interface Board {
  slots: number
  /** How many meetings all places together hold in each slot. */
  capacity: readonly number[]
  parties: readonly Party[]
}

export interface Party {
  /** 담당자 수 — meetings it can hold at once. */
  seats: number
  away: ReadonlySet<number>
}

/** 상대 — two parties that are to meet once. */
export interface Pairing {
  between: readonly [number, number]
  /** The one slot it must take, if that is settled. */
  fixed: number | null
}

/** The slots in which both are there and some place is open, whatever the others do. */
export function openTo({ slots, capacity, parties }: Board, { between, fixed }: Pairing): number[] {
  return Array.from({ length: slots }, (_, slot) => slot).filter(
    slot =>
      (fixed === null || fixed === slot) &&
      (capacity[slot] ?? 0) > 0 &&
      between.every(party => parties[party]?.away.has(slot) === false),
  )
}

/** The pairings of each party. */
export function pairingsByParty({ parties }: Board, pairings: readonly Pairing[]): number[][] {
  const lists: number[][] = parties.map(() => [])
  for (const [number, { between }] of pairings.entries())
    for (const party of between) lists[party]?.push(number)
  return lists
}

/** How often a party can meet at all. */
export function roomOf({ slots, capacity, parties }: Board, party: number): number {
  const { seats, away } = parties[party] ?? { seats: 0, away: new Set<number>() }
  let room = 0
  for (let slot = 0; slot < slots; slot++) if (!away.has(slot)) room += Math.min(seats, capacity[slot] ?? 0)
  return room
}
