import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { isOfDesk } from '../vetting/requirement-set.shape.ts'
import { capacitySql } from './capacity.ts'

export const eventSeriesShape: Shape = {
  type: 'EventSeries',
  table: 'event_series',
  fields: {
    id: column(row => globalIdSql('series', `${row}.id`)),
    name: field('name'),
    nextEdition: column(
      row => `(select coalesce(max(e.edition), 0) + 1 from event e where e.series_id = ${row}.id)`,
    ),
  },
}

const clock = (instant: string) => `to_char(${instant} at time zone 'Asia/Seoul', 'HH24:MI')`

/** The end of a day is 24:00 of that day, not 00:00 of the next. */
const clockOfEnd = (row: string) =>
  `case ${clock(`${row}.ends_at`)} when '00:00' then '24:00' else ${clock(`${row}.ends_at`)} end`

const fromUntil = {
  startsAt: field('starts_at'),
  endsAt: field('ends_at'),
  from: column(row => clock(`${row}.starts_at`)),
  until: column(clockOfEnd),
}

export const eventSlotShape: Shape = {
  type: 'EventSlot',
  table: 'event_slot',
  fields: { id: column(row => globalIdSql('slot', `${row}.id`)), session: field('session'), ...fromUntil },
}

export const programmeItemShape: Shape = {
  type: 'ProgrammeItem',
  table: 'programme_item',
  fields: {
    id: column(row => globalIdSql('programme', `${row}.id`)),
    onDate: column(row => `(select d.on_date from event_day d where d.id = ${row}.day_id)`),
    ...fromUntil,
    title: field('title'),
    place: field('place'),
  },
}

export const eventDayShape: Shape = {
  type: 'EventDay',
  table: 'event_day',
  fields: {
    id: column(row => globalIdSql('day', `${row}.id`)),
    onDate: field('on_date'),
    slots: many({
      shape: () => eventSlotShape,
      on: (row, slot) => `${slot}.day_id = ${row}.id`,
      orderBy: slot => `${slot}.starts_at`,
    }),
    programme: many({
      shape: () => programmeItemShape,
      on: (row, item) => `${item}.day_id = ${row}.id`,
      orderBy: item => `${item}.starts_at, ${item}.id`,
    }),
  },
}

export const eventRoundShape: Shape = {
  type: 'EventRound',
  table: 'event_round',
  fields: {
    id: column(row => globalIdSql('round', `${row}.id`)),
    number: field('number'),
    title: field('title'),
    theme: field('theme'),
    isOnline: field('is_online'),
    travelMinutes: field('travel_minutes'),
    days: many({
      shape: () => eventDayShape,
      on: (row, day) => `${day}.round_id = ${row}.id`,
      orderBy: day => `${day}.on_date`,
    }),
    capacity: column(
      (row, use) =>
        `case when ${isOfEventDesk(row, use.viewer())} then ${capacitySql(row, use.argument('meetings'))} end`,
    ),
  },
}

export const eventPlaceShape: Shape = {
  type: 'EventPlace',
  table: 'event_place',
  fields: {
    id: column(row => globalIdSql('place', `${row}.id`)),
    kind: field('kind'),
    name: field('name'),
    round: one({ shape: () => eventRoundShape, on: (row, round) => `${round}.id = ${row}.round_id` }),
    area: field('area'),
    link: column((row, use) => `case when ${isOfEventDesk(row, use.viewer())} then ${row}.link end`),
    capacity: field('capacity'),
    slotCapacities: column(
      row => `(select coalesce(json_agg(json_build_object(
        'slot', ${globalIdSql('slot', 's.slot_id')}, 'capacity', s.capacity) order by s.slot_id), '[]')
        from event_place_slot s where s.place_id = ${row}.id)`,
    ),
    takesWalkIns: field('takes_walk_ins'),
    isAccessible: field('is_accessible'),
    position: field('position'),
  },
}

const groupId = `case when q.value is not null and q.what = 'group' then q.value end`
export const eventQuotaShape: Shape = {
  type: 'EventQuota',
  table: 'event_quota',
  fields: {
    id: column(row => globalIdSql('quota', `${row}.id`)),
    what: field('what'),
    value: column(
      row =>
        `case ${row}.what when 'group' then ${globalIdSql('group', `${row}.value`)} else ${row}.value end`,
    ),
    name: column(
      row => `(select case q.what
          when 'sector' then (select c.name from category c where c.code = q.value)
          when 'kind' then (select k.name from certification_kind k where k.code = q.value)
          when 'region' then (select r.name from region r where r.code = q.value)
          when 'group' then (select g.name from participant_group g where g.id = (${groupId})::uuid) end
        from (select ${row}.what, ${row}.value) q)`,
    ),
    minimum: field('minimum'),
    maximum: field('maximum'),
  },
}

export const participantGroupShape: Shape = {
  type: 'ParticipantGroup',
  table: 'participant_group',
  fields: {
    id: column(row => globalIdSql('group', `${row}.id`)),
    name: field('name'),
    note: field('note'),
  },
}

/** For a part of an event: whether who asks is of the staff of its centre. */
const isOfEventDesk = (row: string, viewer: string) =>
  `exists (select 1 from event e where e.id = ${row}.event_id and ${isOfDesk('e', viewer)})`
