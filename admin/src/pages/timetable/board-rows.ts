import type { Cell, Slot, Timetable } from './timetable-words.ts'

/** The days of a round, each with its slots. */
export function daysOf(slots: readonly Slot[]): { day: string; slots: Slot[] }[] {
  const days = [...new Set(slots.map(({ day }) => day))]
  return days.map(day => ({ day, slots: slots.filter(slot => slot.day === day) }))
}

/** The meetings at a place in a slot, and how many more it would take. */
export interface Spot {
  slot: Slot
  cells: Cell[]
  isClosed: boolean
  hasRoom: boolean
}

/** One line for each place: what is in it, slot by slot. */
export function placeRows({ places, slots, cells }: Timetable, shown: readonly Slot[]) {
  return places.map(place => ({
    id: place.id,
    name: place.name,
    spots: shown.map((slot): Spot => {
      const here = cells.filter(({ placeId, slotId }) => placeId === place.id && slotId === slot.id)
      const capacity = place.capacity[slots.findIndex(({ id }) => id === slot.id)] ?? 0
      return { slot, cells: here, isClosed: capacity === 0, hasRoom: here.length < capacity }
    }),
  }))
}

/** The meetings of a participant in the order of the day, with whom and where. */
export function scheduleOf({ cells, slots, places }: Timetable, party: string) {
  return slots.flatMap(slot =>
    cells
      .filter(
        ({ slotId, enterpriseId, departmentId }) =>
          slotId === slot.id && (enterpriseId === party || departmentId === party),
      )
      .map(cell => ({
        slot,
        cell,
        place: places.find(({ id }) => id === cell.placeId)?.name ?? '',
        counterpart: cell.enterpriseId === party ? cell.departmentName : cell.enterpriseName,
      })),
  )
}
