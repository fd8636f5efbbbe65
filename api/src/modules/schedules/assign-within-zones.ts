import { chooseZones } from '../timetable/board/zones.ts'
import { assignPlaces, type MeetingToPlace, type PlaceToUse } from './assign-places.ts'
import { pauseBetween, zoneOf, type Venue } from './walks.ts'

/** 자리 배정 — a place for each meeting, such that as few as can be are sent to another zone too soon. */
export function assignWithinZones(
  venue: Venue,
  places: readonly PlaceToUse[],
  meetings: readonly MeetingToPlace[],
): (number | null)[] {
  const placeOf = assignPlaces(places, meetings)
  const zones = keepZones(venue, places, meetings, placeOf)
  if (zones === null) return placeOf
  return assignPlaces(
    places,
    meetings.map((meeting, number) => ({ ...meeting, far: farFrom(venue, zones[number] ?? null) })),
  )
}

/**
 * A zone for each meeting, so that nobody has to walk who has no time to, or fewer than in `placeOf`; null when nothing
 * better was found. Whoever has a booth or a place already stays in its zone.
 */
function keepZones(
  venue: Venue,
  places: readonly PlaceToUse[],
  meetings: readonly MeetingToPlace[],
  placeOf: readonly (number | null)[],
): (string | null)[] | null {
  const zones = [...new Set(venue.places.map(zoneOf))]
  if (venue.travelMinutes === 0 || zones.filter(zone => zone !== null).length < 2) return null
  const numberOf = (place: number) =>
    zones.indexOf(zoneOf(venue.places[place] ?? { kind: 'video', area: null }))
  const settled = settledPlaces(places, meetings)
  const question = {
    meetings: meetings.map(({ slot }, number) => {
      const place = settled[number] ?? null
      return { slot, zone: place === null ? null : numberOf(place) }
    }),
    near: nearPairs(venue, meetings),
    anywhere: new Set(zones.flatMap((zone, number) => (zone === null ? [number] : []))),
  }
  const capacityOf = (holds: (place: number, slot: number) => number) =>
    zones.map((_, zone) =>
      venue.slots.map((_, slot) =>
        places.reduce((sum, _, place) => sum + (numberOf(place) === zone ? holds(place, slot) : 0), 0),
      ),
    )
  // Somebody else's booth only when nothing else is left.
  const usual = capacityOf((place, slot) =>
    places[place]?.owner == null
      ? (places[place]?.capacity[slot] ?? 0)
      : meetings.filter((meeting, number) => meeting.slot === slot && settled[number] === place).length,
  )
  const all = capacityOf((place, slot) => places[place]?.capacity[slot] ?? 0)
  const begin = placeOf.map(place => (place === null ? -1 : numberOf(place)))
  const chosen =
    chooseZones({ ...question, capacity: usual }, begin) ?? chooseZones({ ...question, capacity: all }, begin)
  return chosen?.map(zone => zones[zone] ?? null) ?? null
}

/** The places that are in another zone. */
const farFrom = ({ places }: Venue, zone: string | null) =>
  new Set(places.flatMap((place, number) => (zoneOf(place) === zone ? [] : [number])))

/** The place a meeting has, or the booth it is at as long as that holds it. */
function settledPlaces(
  places: readonly PlaceToUse[],
  meetings: readonly MeetingToPlace[],
): (number | null)[] {
  const taken = new Map<string, number>()
  const take = (place: number, slot: number) => {
    const key = `${place} ${slot}`
    const count = taken.get(key) ?? 0
    if (count >= (places[place]?.capacity[slot] ?? 0)) return null
    taken.set(key, count + 1)
    return place
  }
  const had = meetings.map(({ had, slot }) => (had === null ? null : take(had, slot)))
  return meetings.map(({ slot, enterprise, department }, number) => {
    if (had[number] != null) return had[number]
    const booth = places.findIndex(
      ({ owner }) => owner !== null && (owner === enterprise || owner === department),
    )
    return booth === -1 ? null : take(booth, slot)
  })
}

/** Meetings of one person, one after the other, with too little time between them to go to another zone. */
function nearPairs(venue: Venue, meetings: readonly MeetingToPlace[]): [number, number][] {
  const mine = new Map<number, number[]>()
  for (const [number, { enterprise, department }] of meetings.entries())
    for (const party of [enterprise, department])
      if ((venue.seats[party] ?? 1) === 1) mine.set(party, [...(mine.get(party) ?? []), number])
  const slotOf = (number: number) => meetings[number]?.slot ?? 0
  return [...mine.values()].flatMap(numbers => {
    const inOrder = numbers.toSorted((a, b) => slotOf(a) - slotOf(b))
    return inOrder.flatMap((number, index): [number, number][] => {
      const before = inOrder[index - 1]
      if (before === undefined) return []
      return pauseBetween(venue, slotOf(before), slotOf(number)) < venue.travelMinutes
        ? [[before, number]]
        : []
    })
  })
}
