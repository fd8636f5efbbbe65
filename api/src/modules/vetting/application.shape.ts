import { globalIdSql } from '../../platform/global-id.ts'
import { column, extendShape, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'
import { enterpriseShape } from '../enterprises/enterprise.shape.ts'
import { factsSql } from './facts.ts'
import { evaluationSql, fileIdsSql, filesOf, itemJoins, requirementOf } from './review-item.shape.ts'
import { requirementSetShape } from './requirement-set.shape.ts'

/** A case as the enterprise sees it: its own words and the notes that were sent, and nobody's name. */
export const applicationShape: Shape = {
  type: 'Application',
  table: 'review',
  fields: {
    id: column(row => globalIdSql('application', `${row}.id`)),
    version: field('version'),
    state: field('state'),
    cause: field('cause'),
    causeDetail: field('cause_detail'),
    enterprise: one({
      shape: () => enterpriseShape,
      on: (row, enterprise) => `${enterprise}.id = ${row}.enterprise_id`,
    }),
    requirementSet: one({
      shape: () => requirementSetShape,
      on: (row, set) => `${set}.id = ${row}.requirement_set_id`,
    }),
    dueOn: field('due_on'),
    daysLeft: column((row, use) => `${row}.due_on - ${use.today()}`),
    openedAt: field('opened_at'),
    submittedAt: field('submitted_at'),
    decidedAt: field('decided_at'),
    decisionReason: field('decision_reason'),
    timesReturned: field('times_returned'),
    openNotes: column(row => countNotes(row, 'not i.is_note_answered')),
    answeredNotes: column(row => countNotes(row, 'i.is_note_answered')),
    items: many({
      shape: () => applicationItemShape,
      on: (row, item) => `${item}.review_id = ${row}.id`,
      orderBy: item => `${item}.number`,
    }),
    timeline: many({
      shape: () => applicationEventShape,
      on: (row, entry) =>
        `${entry}.subject_type = 'review' and ${entry}.subject_id = ${row}.id and ${entry}.name = any('{${told.join()}}')`,
      orderBy: entry => `${entry}.id desc`,
      limit: use => use.argument('first'),
    }),
    allowedActions: column((row, use) => factsSql(row, use.viewer(), use.today())),
    blockedActions: column((row, use) => factsSql(row, use.viewer(), use.today())),
  },
}

/** What an enterprise is told of what happened; how the desk works is the desk's business. */
const told = [
  'opened',
  'submitted',
  'begun',
  'returned',
  'approved',
  'rejected',
  'suspended',
  'reinstated',
  'reopened',
  'lapsed',
  'undone',
  'answered',
  'evidence_attached',
  'evidence_detached',
].map(name => `review.${name}`)

const isSent = (row: string) => `${row}.note_sent_at is not null`

const countNotes = (row: string, condition: string) =>
  `(select count(*) from review_item i where i.review_id = ${row}.id and ${isSent('i')} and ${condition})`

const applicationItemShape: Shape = {
  type: 'ApplicationItem',
  table: 'review_item',
  joins: itemJoins,
  fields: {
    number: field('number'),
    requirement: requirementOf,
    answer: field('answer'),
    isAttested: field('is_attested'),
    fileIds: column(fileIdsSql),
    files: filesOf,
    evaluation: column((row, use) => evaluationSql(row, use.today())),
    note: column(row => `case when ${isSent(row)} then ${row}.note end`),
    noteSentAt: field('note_sent_at'),
    isNoteAnswered: field('is_note_answered'),
    noteReply: field('note_reply'),
  },
}

const applicationEventShape: Shape = {
  type: 'ApplicationEvent',
  table: 'ledger',
  fields: {
    at: field('at'),
    action: field('name'),
    role: field('actor_role'),
    reason: field('reason'),
  },
}

/** An enterprise's own people see its cases, the centre's own tasks about it left out until it has to act. */
export const isApplicationOf = (row: string, viewer: string) => `exists (
    select 1 from enterprise_member m where m.enterprise_id = ${row}.enterprise_id and m.person_id = ${viewer})
  and (${row}.cause = 'application' or ${row}.submitted_at is not null or ${row}.times_returned > 0)`

nodeKinds.set('application', {
  shape: applicationShape,
  key: 'id',
  isVisible: (row, viewer) => isApplicationOf(row, viewer()),
})

extendShape(enterpriseShape, {
  applications: many({
    shape: () => applicationShape,
    on: (row, review, use) =>
      `${review}.enterprise_id = ${row}.id and ${isApplicationOf(review, use.viewer())}`,
    orderBy: review => `${review}.opened_at desc, ${review}.id desc`,
    limit: use => use.argument('first'),
  }),
})
