import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, one, type Shape } from '../../platform/read/shape.ts'
import { seenIn, stories, tellsOf } from '../audit/stories.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'
import { enterpriseShape } from '../enterprises/enterprise.shape.ts'
import { eventShape } from '../events/event.shape.ts'
import { colleagueShape } from '../vetting/review.shape.ts'
import { isOwnOrDesks } from './hold-curation.ts'
import { partyName } from './narrow.ts'
import { takesAvailability } from './availability.ts'
import { factsSql } from './standing.ts'

/** The desk sees what is decided; who takes part sees what it was told. */
const forDesk = (row: string, deskSees: string, others: string) =>
  `case when ${row}.center_id = scope_center() then ${deskSees} else ${others} end`

const toldState = (row: string) => `coalesce(${row}.told_state, ${row}.state)`

export const participationShape: Shape = {
  type: 'Participation',
  table: 'participation',
  fields: {
    id: column(row => globalIdSql('participation', `${row}.id`)),
    version: field('version'),
    eventId: column(row => globalIdSql('event', `${row}.event_id`)),
    event: one({ shape: () => eventShape, on: (row, event) => `${event}.id = ${row}.event_id` }),
    side: field('side'),
    name: column(partyName),
    enterprise: one({
      shape: () => enterpriseShape,
      on: (row, enterprise) => `${enterprise}.id = ${row}.enterprise_id`,
    }),
    departmentId: column(row => globalIdSql('department', `${row}.department_id`)),
    group: column(row => `(select g.name from participant_group g where g.id = ${row}.group_id)`),
    state: column(row => forDesk(row, `${row}.state`, toldState(row))),
    statement: field('statement'),
    seats: field('seats'),
    meetingsMost: field('meetings_most'),
    canSetAvailability: column(takesAvailability),
    waitNumber: column(
      row =>
        `case when ${forDesk(row, `${row}.state`, toldState(row))} = 'waitlisted' then waitlist_place(${row}.id) end`,
    ),
    reasonCode: column(row => forDesk(row, `${row}.reason_code`, 'null')),
    reason: column(row => forDesk(row, `${row}.reason`, `${row}.told_reason`)),
    decidedAt: column(row => forDesk(row, `${row}.decided_at`, `${row}.letter_sent_at`)),
    decidedBy: one({
      shape: () => colleagueShape,
      on: (row, person) => `${person}.id = ${row}.decided_by_id and ${row}.center_id = scope_center()`,
    }),
    letterSentAt: field('letter_sent_at'),
    replyUntil: field('reply_until'),
    appliedAt: field('created_at'),
    roundIds: column(
      row => `(select coalesce(json_agg(${globalIdSql('round', 'r.round_id')} order by r.round_id), '[]')
        from participation_round r where r.participation_id = ${row}.id)`,
    ),
    awaySlotIds: column(
      row => `(select coalesce(json_agg(${globalIdSql('slot', 'a.slot_id')} order by a.slot_id), '[]')
        from participation_away a where a.participation_id = ${row}.id)`,
    ),
    wishCount: column(
      row => `(select count(*) from wish w where w.to_id = ${row}.id and w.choice in ('must', 'want'))`,
    ),
    allowedActions: column((row, use) => factsSql(row, use.viewer())),
    hasConflict: column((row, use) => factsSql(row, use.viewer())),
  },
}

nodeKinds.set('participation', { shape: participationShape, key: 'id', isVisible: isOwnOrDesks })
stories.set('participation', { tells: tellsOf('participation'), isSeen: seenIn('participation', isDesks) })

/** Who decided what is the centre's own. */
function isDesks(row: string): string {
  return `${row}.center_id = scope_center()`
}
