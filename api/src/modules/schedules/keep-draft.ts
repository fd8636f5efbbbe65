import { insertRows } from '../../platform/insert-rows.ts'
import type { Context } from '../../platform/context.ts'
import { placeChanges, type MeetingToPlace } from './assign-places.ts'
import { assignWithinZones } from './assign-within-zones.ts'
import { withoutWalkIns, type Pin, type RoundPlan } from './round-plan.ts'
import type { Venue } from './walks.ts'

/** Where a meeting is in a timetable. */
export interface Cell {
  match: string
  slot: string
  place: string
  isPinned: boolean
}

/** Gives every meeting its place; null when some slot holds fewer than were put into it. */
export function cellsOf(
  plan: RoundPlan,
  slots: readonly number[],
  pins: ReadonlyMap<string, Pin>,
  had: ReadonlyMap<string, Pin> = pins,
): { cells: Cell[]; placeChanges: number } | null {
  const { round, parties, matches } = plan
  const party = new Map(parties.map(({ id }, number) => [id, number]))
  const places = withoutWalkIns(plan).places.map(({ id, area, capacity }) => ({
    area,
    capacity,
    owner: parties.findIndex(({ booth }) => booth === id),
  }))
  const numberOf = new Map(round.places.map(({ id }, number) => [id, number]))
  const begun = new Map(plan.begun.map(({ match, slot, place }) => [match, { slot, place }]))
  const meetings = matches.map(({ id, enterprise, department }, number): MeetingToPlace => {
    const slot = slots[number] ?? 0
    const before = begun.get(id) ?? had.get(id)
    const stays = before?.slot === round.slots[slot]?.id ? (before?.place ?? null) : null
    return {
      slot,
      enterprise: party.get(enterprise) ?? -1,
      department: party.get(department) ?? -1,
      had: stays === null ? null : (numberOf.get(stays) ?? null),
    }
  })
  const usable = places.map(place => ({ ...place, owner: place.owner === -1 ? null : place.owner }))
  const placeOf = assignWithinZones(venueOf(plan), usable, meetings)
  const cells = matches.flatMap(({ id }, number): Cell[] => {
    const slot = round.slots[slots[number] ?? -1]?.id
    const place = round.places[placeOf[number] ?? -1]?.id
    return slot === undefined || place === undefined
      ? []
      : [{ match: id, slot, place, isPinned: pins.has(id) }]
  })
  return cells.length < matches.length ? null : { cells, placeChanges: placeChanges(meetings, placeOf) }
}

export const venueOf = ({ round, parties }: RoundPlan): Venue => ({
  ...round,
  seats: parties.map(({ seats }) => seats),
})

export async function writeCells({ em }: Context, run: string, cells: readonly Cell[]): Promise<void> {
  await em.execute('delete from timetable_place where run_id = ?', [run])
  await insertRows(
    em,
    'timetable_place',
    cells.map(({ match, slot, place, isPinned }) => ({
      run_id: run,
      match_id: match,
      slot_id: slot,
      place_id: place,
      is_pinned: isPinned,
    })),
  )
}
