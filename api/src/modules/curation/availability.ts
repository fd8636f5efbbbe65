import type { ApplicationWords } from './application-words.ts'

/** 시간 사정 — when, how often and how many at once somebody can meet; the rest of an application is what it says. */
const fields: readonly string[] = [
  'seats',
  'meetingsMost',
  'awaySlotIds',
] satisfies (keyof ApplicationWords)[]

export const isAvailabilityOnly = (words: ApplicationWords): boolean =>
  Object.keys(words).every(field => fields.includes(field))

/**
 * SQL for whether the one who asks may still say when it can meet: the centre until the event is held, whoever takes
 * part until their meetings stand in a published timetable.
 */
export const takesAvailability = (row: string) => `(
  select case when ${row}.center_id = scope_center() then v.state not in ('held', 'cancelled')
    else v.state in ('open', 'curating', 'confirmed')
      and coalesce(${row}.told_state, ${row}.state) in ('invited', 'applied', 'confirmed', 'waitlisted')
      and not exists (select 1 from meeting m where m.origin = 'timetable' and m.state <> 'cancelled'
        and ${row}.id in (m.enterprise_id, m.department_id))
    end
  from event v where v.id = ${row}.event_id)`
