import { assign } from '../timetable/board/assign.ts'

export interface PlaceToUse {
  area: string | null
  /** How many meetings it holds in each slot. */
  capacity: readonly number[]
  /** The party whose booth it is. */
  owner: number | null
}

export interface MeetingToPlace {
  slot: number
  enterprise: number
  department: number
  /** The place it has already; kept as long as that is open. */
  had: number | null
  /** Places that are too far away; used only where there is no other. */
  far?: ReadonlySet<number>
}

/**
 * 자리 배정 — a place for each meeting, slot by slot: whoever has a booth meets there, whoever was somewhere before
 * stays there, and departments, who receive, before enterprises, who walk. Null: the slot holds no more.
 */
export function assignPlaces(
  places: readonly PlaceToUse[],
  meetings: readonly MeetingToPlace[],
): (number | null)[] {
  const placeOf: (number | null)[] = meetings.map(() => null)
  const lastOf = new Map<number, Set<number>>()
  const slots = [...new Set(meetings.map(({ slot }) => slot))].sort((a, b) => a - b)
  for (const slot of slots) {
    const here = meetings.flatMap((meeting, number) => (meeting.slot === slot ? [number] : []))
    placeSlot(places, meetings, here, slot, lastOf, placeOf)
    const now = new Map<number, Set<number>>()
    for (const number of here) {
      const place = placeOf[number] ?? null
      const meeting = meetings[number]
      if (place === null || meeting === undefined) continue
      for (const party of [meeting.enterprise, meeting.department])
        now.set(party, (now.get(party) ?? new Set()).add(place))
    }
    for (const [party, used] of now) lastOf.set(party, used)
  }
  return placeOf
}

function placeSlot(
  places: readonly PlaceToUse[],
  meetings: readonly MeetingToPlace[],
  here: readonly number[],
  slot: number,
  lastOf: ReadonlyMap<number, ReadonlySet<number>>,
  placeOf: (number | null)[],
): void {
  const free = places.map(({ capacity }) => capacity[slot] ?? 0)
  const open: number[] = []
  for (const number of here) {
    const had = meetings[number]?.had ?? null
    if (had === null || (free[had] ?? 0) === 0) open.push(number)
    else {
      free[had] = (free[had] ?? 0) - 1
      placeOf[number] = had
    }
  }
  const seats = free.flatMap((count, place) => Array.from({ length: count }, () => place))
  const rows = open.slice(0, seats.length)
  const columns = assign(
    rows.map(number => {
      const meeting = meetings[number]
      return seats.map(place => (meeting ? costOf(places, meeting, place, lastOf) : 0))
    }),
  )
  for (const [row, number] of rows.entries()) placeOf[number] = seats[columns[row] ?? -1] ?? null
}

function costOf(
  places: readonly PlaceToUse[],
  { enterprise, department, far }: MeetingToPlace,
  place: number,
  lastOf: ReadonlyMap<number, ReadonlySet<number>>,
): number {
  const { owner = null, area = null } = places[place] ?? {}
  // Beyond anything else, and still comparable.
  if (far?.has(place)) return 100_000 + place
  if (owner === enterprise || owner === department) return 0
  const walk = (party: number, weight: number) => {
    const last = lastOf.get(party)
    if (last === undefined || last.has(place)) return 0
    const isNear = [...last].some(other => (places[other]?.area ?? null) === area)
    return isNear ? weight : 2 * weight
  }
  // Somebody else's booth only when nothing else is left; among equals the first place of the list.
  const elsewhere = owner === null ? 0 : 1000
  return 10 + elsewhere + walk(department, 20) + walk(enterprise, 10) + place / 1000
}

/** How often somebody has to go to another place between two of their meetings. */
export function placeChanges(
  meetings: readonly MeetingToPlace[],
  placeOf: readonly (number | null)[],
): number {
  const visits = new Map<number, { slot: number; place: number | null }[]>()
  for (const [number, { slot, enterprise, department }] of meetings.entries())
    for (const party of [enterprise, department]) {
      const list = visits.get(party) ?? []
      list.push({ slot, place: placeOf[number] ?? null })
      visits.set(party, list)
    }
  let changes = 0
  for (const list of visits.values()) {
    const inOrder = list.toSorted((a, b) => a.slot - b.slot)
    changes += inOrder.filter(({ slot, place }, index) => {
      const before = inOrder[index - 1]
      return before !== undefined && before.slot !== slot && before.place !== place
    }).length
  }
  return changes
}
