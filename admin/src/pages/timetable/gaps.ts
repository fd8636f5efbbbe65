import { scheduleOf } from './board-rows.ts'
import type { Cell, Slot, Timetable } from './timetable-words.ts'

/** Somebody waits between two of their meetings. */
export interface Gap {
  party: string
  before: Slot
  /** What comes after it. */
  slot: Slot
  cell: Cell
}

/** 빈틈 — every wait of every participant, in the order of the day. */
export function gapsOf(timetable: Timetable): Gap[] {
  const number = new Map(timetable.slots.map(({ id }, index) => [id, index]))
  const gaps = timetable.parties
    .filter(({ breaks }) => breaks > 0)
    .flatMap(({ id, name }) =>
      scheduleOf(timetable, id).flatMap(({ slot, cell }, index, all): Gap[] => {
        const before = all[index - 1]?.slot
        const isNext = !before || (number.get(slot.id) ?? 0) - (number.get(before.id) ?? 0) < 2
        return isNext || before.day !== slot.day ? [] : [{ party: name, before, slot, cell }]
      }),
    )
  return gaps.toSorted((a, b) => (number.get(a.slot.id) ?? 0) - (number.get(b.slot.id) ?? 0))
}
