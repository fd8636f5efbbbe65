/**
 * 자리 계산 — meetings over slots is how many places are needed at once. Some more make a better timetable: b2match,
 * who schedule events, advise 10 to 20 % (help for organisers, read 2026-11).
 */
export interface Capacity {
  /** Meetings to be held. */
  meetings: number
  slots: number
  /** Meetings that all places hold in all slots together. */
  seats: number
  /** Meetings that all places hold at once, at most. */
  places: number
}

const spare = { least: 0.1, most: 0.2 }

export function adviceOf({ meetings, slots, seats, places }: Capacity) {
  const needed = slots === 0 ? null : Math.ceil(meetings / slots)
  return {
    meetings,
    slots,
    seats,
    places,
    needed,
    advisedFrom: needed === null ? null : Math.round(needed * (1 + spare.least)),
    advisedUntil: needed === null ? null : Math.round(needed * (1 + spare.most)),
    isEnough: needed !== null && seats >= meetings && places >= needed,
  }
}

/** SQL for the figures of the round at `row`; without a number of meetings, those of the chosen matches. */
export const capacitySql = (row: string, meetings: string) => `(
  select json_build_object(
    'meetings', coalesce(${meetings}::integer, (
      select count(*) from match m where m.event_id = ${row}.event_id and m.state = 'chosen'
        and (m.round_id = ${row}.id or m.round_id is null))),
    'slots', (select count(*) from event_slot s join event_day d on d.id = s.day_id where d.round_id = ${row}.id),
    'places', (select coalesce(sum(p.capacity), 0) from event_place p where ${holds(row)}),
    'seats', (
      select coalesce(sum(coalesce(x.capacity, p.capacity)), 0)
      from event_place p cross join event_slot s join event_day d on d.id = s.day_id and d.round_id = ${row}.id
      left join event_place_slot x on x.place_id = p.id and x.slot_id = s.id
      where ${holds(row)})))`

/** Places of the round: video rooms where people meet online, tables and booths elsewhere. */
const holds = (
  row: string,
) => `p.event_id = ${row}.event_id and (p.round_id is null or p.round_id = ${row}.id)
  and (p.kind = 'video') = ${row}.is_online`
