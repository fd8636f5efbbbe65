import { seenIn, stories, tellsOf } from '../audit/stories.ts'
import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'
import { enterpriseShape } from '../enterprises/enterprise.shape.ts'
import { isInForce, isOfDesk, isVisibleSet, requirementSetShape } from '../vetting/requirement-set.shape.ts'
import { eventFactsSql } from './event-facts.ts'
import {
  eventDayShape,
  eventPlaceShape,
  eventQuotaShape,
  eventRoundShape,
  eventSeriesShape,
  eventSlotShape,
  participantGroupShape,
  programmeItemShape,
} from './event-parts.shape.ts'

const ofEvent = (row: string, part: string) => `${part}.event_id = ${row}.id`
const facts = column((row, use) => eventFactsSql(row, use.viewer(), use.today()))

export const eventShape: Shape = {
  type: 'Event',
  table: 'event',
  fields: {
    id: column(row => globalIdSql('event', `${row}.id`)),
    version: field('version'),
    series: one({ shape: () => eventSeriesShape, on: (row, series) => `${series}.id = ${row}.series_id` }),
    edition: field('edition'),
    kind: field('kind'),
    title: field('title'),
    year: field('year'),
    host: field('host'),
    venue: field('venue'),
    summary: field('summary'),
    state: field('state'),
    isPublic: field('is_public'),
    requirementSet: one({
      shape: () => requirementSetShape,
      on: (row, set, use) =>
        `${set}.series_id = ${row}.requirement_set_series_id and ${isInForce(set, use.today())}
         and (${isVisibleSet(set, use.viewer())})`,
    }),
    applyUntil: field('apply_until'),
    wishesUntil: field('wishes_until'),
    replyDays: field('reply_days'),
    enterprisesWanted: field('enterprises_wanted'),
    departmentsWanted: field('departments_wanted'),
    slotMinutes: field('slot_minutes'),
    gapMinutes: field('gap_minutes'),
    fairness: field('fairness'),
    plansSharedAt: field('plans_shared_at'),
    firstDay: column(row => `(select min(d.on_date) from event_day d where d.event_id = ${row}.id)`),
    lastDay: column(row => `(select max(d.on_date) from event_day d where d.event_id = ${row}.id)`),
    rounds: many({ shape: () => eventRoundShape, on: ofEvent, orderBy: round => `${round}.number` }),
    places: many({
      shape: () => eventPlaceShape,
      on: ofEvent,
      orderBy: place => `${place}.position, ${place}.name`,
    }),
    programme: many({
      shape: () => programmeItemShape,
      on: ofEvent,
      orderBy: item => `${item}.starts_at, ${item}.id`,
    }),
    quotas: many({
      shape: () => eventQuotaShape,
      on: (row, quota, use) => `${ofEvent(row, quota)} and ${isOfDesk(row, use.viewer())}`,
      orderBy: quota => `${quota}.what, ${quota}.value`,
    }),
    groups: many({ shape: () => participantGroupShape, on: ofEvent, orderBy: group => `${group}.name` }),
    editions: many({
      shape: () => eventShape,
      on: (row, other, use) =>
        `${other}.series_id = ${row}.series_id and ${other}.id <> ${row}.id and (${isSeenEvent(other, use.viewer())})`,
      orderBy: other => `${other}.edition desc`,
    }),
    confirmedEnterprises: column(row => `confirmed_participants(${row}.id, 'enterprise')`),
    confirmedDepartments: column(row => `confirmed_participants(${row}.id, 'department')`),
    publishedEnterprises: many({
      shape: () => enterpriseShape,
      on: (row, enterprise) =>
        `${enterprise}.id in (select published_participants(${row}.id)) and ${enterprise}.state = 'published'`,
      orderBy: enterprise => `${enterprise}.name, ${enterprise}.id`,
    }),
    publishedInstitutions: column(
      row => `(select coalesce(json_agg(distinct n.name order by n.name), '[]')
        from published_institutions(${row}.id) n(name))`,
    ),
    readiness: facts,
    canChange: facts,
    allowedActions: facts,
    blockedActions: facts,
  },
}

/** What is public of events; one that is still being prepared is not. */
export const isPublicEvent = (row: string) => `(${row}.is_public and ${row}.state <> 'draft')`

/** Its own centre sees it, and who takes part in it; everybody, once it is public. */
export const isSeenEvent = (row: string, viewer: string) => `${isOfDesk(row, viewer)} or ${isPublicEvent(row)}
  or exists (select 1 from participation p where p.event_id = ${row}.id and p.id in (select own_participations()))`

nodeKinds.set('event', {
  shape: eventShape,
  key: 'id',
  isVisible: (row, viewer) => isSeenEvent(row, viewer()),
})
nodeKinds.set('series', { shape: eventSeriesShape, key: 'id', isVisible: () => 'true' })

const seenParts = {
  round: eventRoundShape,
  day: eventDayShape,
  slot: eventSlotShape,
  place: eventPlaceShape,
  programme: programmeItemShape,
  group: participantGroupShape,
}
for (const [tag, shape] of Object.entries(seenParts))
  nodeKinds.set(tag, {
    shape,
    key: 'id',
    isVisible: (row, viewer) =>
      `exists (select 1 from event e where e.id = ${row}.event_id and (${isSeenEvent('e', viewer())}))`,
  })
nodeKinds.set('quota', {
  shape: eventQuotaShape,
  key: 'id',
  isVisible: (row, viewer) =>
    `exists (select 1 from event e where e.id = ${row}.event_id and ${isOfDesk('e', viewer())})`,
})

stories.set('event', { tells: tellsOf('event'), isSeen: seenIn('event', isOfDesk) })
