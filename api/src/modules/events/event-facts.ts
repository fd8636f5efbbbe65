import { isOfDesk } from '../vetting/requirement-set.shape.ts'
import type { EventState, EventStep } from './event.states.ts'

/** What decides about the next steps of an event; read as one value, for lists and for guards alike. */
export interface EventFacts {
  /** Whether who asks is of the staff of its centre. */
  isDesk: boolean
  state: EventState
  applyUntil: string | null
  lastDay: string | null
  /** How many there are of what is lacking, by code. */
  lacks: Record<string, number>
  /** What these are called, of checks that know. */
  names: Record<string, string[]>
}

/** 남은 것 — something that an event still lacks. */
export interface EventCheck {
  /** SQL for how many are lacking in the event at `row` on a day; 0: nothing. */
  lacks: (row: string, today: string) => string
  /** SQL for their names, as a JSON array. */
  names?: (row: string, today: string) => string
  /** Steps that it stands in the way of; none: it is only pointed out. */
  blocks: readonly EventStep[]
  /** Whether whoever says why may go on all the same. */
  yieldsToReason?: boolean
  reason: string
}

const none =
  (table: string, also = 'true') =>
  (row: string) =>
    `(case when exists (select 1 from ${table} x where x.event_id = ${row}.id and ${also}) then 0 else 1 end)`

const rounds = (row: string, condition: string) =>
  `(select count(*) from event_round r where r.event_id = ${row}.id and ${condition})`

const unless = (isFine: (row: string) => string) => (row: string) =>
  `(case when ${isFine(row)} then 0 else 1 end)`

/** By code. Downstream rooms add their own. */
export const eventChecks = new Map<string, EventCheck>([
  [
    'NO_DAYS',
    {
      lacks: row =>
        `greatest(${rounds(row, `not exists (select 1 from event_day d where d.round_id = r.id)`)},
          ${none('event_day')(row)})`,
      blocks: ['open', 'confirm'],
      reason: 'Rounds have no day yet.',
    },
  ],
  [
    'NO_DEADLINE',
    {
      lacks: unless(row => `${row}.apply_until is not null`),
      blocks: ['open'],
      reason: 'There is no deadline for applications yet.',
    },
  ],
  [
    'NO_VENUE',
    {
      lacks: unless(row => `${row}.venue is not null or not ${rounds(row, 'not r.is_online')} > 0`),
      blocks: ['open', 'confirm'],
      reason: 'There is no venue yet, and not every round is online.',
    },
  ],
  [
    'NO_SLOTS',
    {
      lacks: row =>
        `(case when ${row}.kind = 'briefing' then 0 else ${rounds(
          row,
          `not exists (select 1 from event_slot s join event_day d on d.id = s.day_id where d.round_id = r.id)`,
        )} end)`,
      blocks: ['confirm'],
      reason: 'Rounds have no slots yet.',
    },
  ],
  [
    'NO_PLACES',
    {
      lacks: row =>
        `(case when ${row}.kind = 'briefing' then 0 else ${rounds(
          row,
          `not exists (select 1 from event_place p where p.event_id = r.event_id
           and (p.round_id is null or p.round_id = r.id) and (p.kind = 'video') = r.is_online)`,
        )} end)`,
      blocks: ['confirm'],
      reason: 'Rounds have nowhere to meet yet.',
    },
  ],
  [
    'NO_LINKS',
    {
      lacks: row =>
        `(select count(*) from event_place p where p.event_id = ${row}.id and p.kind = 'video' and p.link is null)`,
      blocks: ['confirm'],
      reason: 'Video rooms have no address yet.',
    },
  ],
  [
    'NO_PROGRAMME',
    {
      lacks: row => `(case when ${row}.kind = 'briefing' then ${none('programme_item')(row)} else 0 end)`,
      blocks: [],
      reason: 'There is no programme yet.',
    },
  ],
  [
    'NO_NUMBER',
    {
      lacks: unless(row => `${row}.enterprises_wanted is not null`),
      blocks: [],
      reason: 'It is not said how many enterprises are wanted.',
    },
  ],
])

/** SQL for the facts about the event at `row`, for the person `viewer`, on a day. */
export const eventFactsSql = (row: string, viewer: string, today: string) => `(
  select json_build_object(
    'isDesk', ${isOfDesk(row, viewer)}, 'state', ${row}.state, 'applyUntil', ${row}.apply_until,
    'lastDay', (select max(d.on_date) from event_day d where d.event_id = ${row}.id),
    'lacks', (
      select coalesce(json_object_agg(c.code, c.n), '{}')
      from (values ${[...eventChecks].map(([code, { lacks }]) => `('${code}', (${lacks(row, today)})::bigint)`).join(', ')}) c(code, n)
      where c.n > 0),
    'names', json_build_object(${[...eventChecks].flatMap(([code, { names }]) => (names ? `'${code}', ${names(row, today)}` : [])).join(', ')})))`
