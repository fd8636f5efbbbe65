import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MeetingToPlace, PlaceToUse } from './assign-places.ts'
import { assignWithinZones } from './assign-within-zones.ts'
import { walksIn, type Venue } from './walks.ts'

/** Two enterprises and two departments, three slots five minutes apart, and up to four places: every way can be tried. */
const slots = [0, 25, 50].map(minute => ({
  startsAt: new Date(minute * 60_000).toISOString(),
  endsAt: new Date((minute + 20) * 60_000).toISOString(),
}))
const pairs: [number, number][] = [
  [0, 2],
  [0, 3],
  [1, 2],
  [1, 3],
]

const board = fc.record({
  travelMinutes: fc.constantFrom(5, 6, 30, 31),
  slotOf: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
  wanted: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }),
  places: fc.array(
    fc.record({
      kind: fc.constantFrom('table', 'table', 'table', 'video'),
      area: fc.constantFrom('본관', '별관', null),
      capacity: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})

const stays = (meetings: readonly MeetingToPlace[], placeOf: readonly (number | null)[]) =>
  meetings.flatMap(({ slot, enterprise, department }, number) => {
    const place = placeOf[number]
    return place == null ? [] : [enterprise, department].map(party => ({ party, slot, place }))
  })

/** All ways to give the meetings places, as far as there are places. */
function* everyWay(places: readonly PlaceToUse[], meetings: readonly MeetingToPlace[]): Generator<number[]> {
  const ways = places.length ** meetings.length
  for (let way = 0; way < ways; way++) {
    const placeOf = meetings.map((_, number) => Math.floor(way / places.length ** number) % places.length)
    const isOver = places.some(({ capacity }, place) =>
      capacity.some(
        (most, slot) =>
          meetings.filter((meeting, number) => meeting.slot === slot && placeOf[number] === place).length >
          most,
      ),
    )
    if (!isOver) yield placeOf
  }
}

test('as few people as can be have to walk where there is no time to, and whoever has to is named', () => {
  const property = fc.property(board, ({ travelMinutes, slotOf, wanted, places }) => {
    const venue: Venue = { slots, places, travelMinutes, seats: [1, 1, 1, 1] }
    const usable = places.map(place => ({ ...place, owner: null }))
    const taken = new Set<string>()
    const meetings = wanted.flatMap((number): MeetingToPlace[] => {
      const [enterprise, department] = pairs[number] ?? [0, 2]
      const slot = slotOf[number] ?? 0
      if (taken.has(`${enterprise} ${slot}`) || taken.has(`${department} ${slot}`)) return []
      for (const party of [enterprise, department]) taken.add(`${party} ${slot}`)
      return [{ slot, enterprise, department, had: null }]
    })
    const walks = [...everyWay(usable, meetings)].map(way => walksIn(venue, stays(meetings, way)).length)
    if (walks.length === 0) return
    const placeOf = assignWithinZones(venue, usable, meetings)
    expect(placeOf).not.toContain(null)
    expect(walksIn(venue, stays(meetings, placeOf)).length).toBe(Math.min(...walks))
  })
  fc.assert(property, { numRuns: 500 })
})

const venueOf = (seats: number): Venue => ({
  slots,
  places: [
    { kind: 'table', area: '본관' },
    { kind: 'table', area: '별관' },
    { kind: 'video', area: null },
  ],
  travelMinutes: 10,
  seats: [seats],
})
const at = (slot: number, place: number) => ({ party: 0, slot, place })

test('one person cannot be in two zones five minutes apart; two can, and nobody walks to a screen', () => {
  expect(walksIn(venueOf(1), [at(0, 0), at(1, 1)])).toEqual([
    { party: 0, from: at(0, 0), to: at(1, 1), pauseMinutes: 5 },
  ])
  expect(walksIn(venueOf(2), [at(0, 0), at(1, 1)])).toEqual([])
  expect(walksIn(venueOf(2), [at(0, 0), at(0, 0), at(1, 1)])).toHaveLength(1)
  expect(walksIn(venueOf(1), [at(0, 0), at(2, 1)])).toEqual([])
  expect(walksIn(venueOf(1), [at(0, 0), at(1, 2), at(2, 1)])).toEqual([])
  expect(walksIn({ ...venueOf(1), travelMinutes: 5 }, [at(0, 0), at(1, 1)])).toEqual([])
})
