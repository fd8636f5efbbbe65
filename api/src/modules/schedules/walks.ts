import type { PlaceFacts, SlotFacts } from '../matching/read-round.ts'

/** What going from one place to another depends on. */
export interface Venue {
  slots: readonly Pick<SlotFacts, 'startsAt' | 'endsAt'>[]
  places: readonly Pick<PlaceFacts, 'kind' | 'area'>[]
  /** 구역 사이 이동 시간 — minutes from one zone to another; 0: nobody has to think of it. */
  travelMinutes: number
  /** How many people each party has. */
  seats: readonly number[]
}

export interface Stay {
  party: number
  slot: number
  place: number
}

/** 이동 — somebody who has less time than it takes to the place of their next meeting. */
export interface Walk {
  party: number
  from: Stay
  to: Stay
  pauseMinutes: number
}

/** Null: a video room, which is wherever its people are. A place of no zone is in a zone of its kind. */
export const zoneOf = ({ kind, area }: Pick<PlaceFacts, 'kind' | 'area'>): string | null =>
  kind === 'video' ? null : (area ?? '')

/** Minutes from the end of one slot to the beginning of another. */
export function pauseBetween({ slots }: Pick<Venue, 'slots'>, before: number, after: number): number {
  const ends = Date.parse(slots[before]?.endsAt ?? '')
  return (Date.parse(slots[after]?.startsAt ?? '') - ends) / 60_000
}

/** Everybody who must walk and has no time to; people of one party are taken to share their meetings out well. */
export function walksIn(venue: Venue, stays: readonly Stay[]): Walk[] {
  if (venue.travelMinutes === 0) return []
  return [...Map.groupBy(stays, ({ party }) => party)].flatMap(([party, mine]) => {
    const bySlot = Map.groupBy(mine, ({ slot }) => slot)
    const slots = [...bySlot.keys()].sort((a, b) => a - b)
    return slots.flatMap((slot, index): Walk[] => {
      const before = slots[index - 1]
      if (before === undefined || pauseBetween(venue, before, slot) >= venue.travelMinutes) return []
      const walk = walkOf(venue, venue.seats[party] ?? 1, bySlot.get(before) ?? [], bySlot.get(slot) ?? [])
      return walk ? [{ party, ...walk, pauseMinutes: pauseBetween(venue, before, slot) }] : []
    })
  })
}

/** Whoever meets in a zone stays in it; only who is free, or at a screen, can be wherever they are needed. */
function walkOf({ places }: Venue, seats: number, before: readonly Stay[], after: readonly Stay[]) {
  const zone = ({ place }: Stay) => zoneOf(places[place] ?? { kind: 'video', area: null })
  const bound = before.filter(stay => zone(stay) !== null)
  const rest = [...bound]
  const come = after.filter(stay => {
    if (zone(stay) === null) return false
    const there = rest.findIndex(one => zone(one) === zone(stay))
    if (there !== -1) rest.splice(there, 1)
    return there === -1
  })
  const to = come[seats - bound.length]
  const [from] = rest
  return to && from ? { from, to } : null
}
