import { timelineSubjects } from '../audit/timeline.shape.ts'
import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'
import { enterpriseShape } from '../enterprises/enterprise.shape.ts'
import { changesSql } from './changes-sql.ts'
import { evaluatedVerdict } from './evaluation.ts'
import { factsSql } from './facts.ts'
import {
  evaluationSql,
  fileIdsSql,
  filesOf,
  itemJoins,
  requirementOf,
  scoreSql,
} from './review-item.shape.ts'
import { isOfDesk, requirementSetShape } from './requirement-set.shape.ts'
import { seenIn, stories, tellsOf } from '../audit/stories.ts'

/** A colleague: name and id, for the desks of the same centre only. */
export const colleagueShape: Shape = {
  type: 'StaffMember',
  table: 'person',
  fields: { id: column(row => globalIdSql('person', `${row}.id`)), name: field('name') },
}

const colleague = (key: string) =>
  one({ shape: () => colleagueShape, on: (row, person) => `${person}.id = ${row}.${key}` })

export const reviewShape: Shape = {
  type: 'Review',
  table: 'review',
  fields: {
    id: column(row => globalIdSql('review', `${row}.id`)),
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
    assignee: colleague('assignee_id'),
    firstApprover: colleague('first_approver_id'),
    decidedBy: colleague('decided_by_id'),
    dueOn: field('due_on'),
    daysLeft: column((row, use) => `${row}.due_on - ${use.today()}`),
    openedAt: field('opened_at'),
    submittedAt: field('submitted_at'),
    decidedAt: field('decided_at'),
    decisionReason: field('decision_reason'),
    undoUntil: field('notice_at'),
    timesReturned: field('times_returned'),
    openNotes: column(row => countNotes(row, 'not i.is_note_answered')),
    answeredNotes: column(row => countNotes(row, 'i.is_note_answered')),
    score: column((row, use) => scoreSql(row, use.today())),
    items: many({
      shape: () => reviewItemShape,
      on: (row, item) => `${item}.review_id = ${row}.id`,
      orderBy: item => `${item}.number`,
    }),
    timeline: many({
      shape: () => reviewEventShape,
      on: (row, entry) => `${entry}.subject_type = 'review' and ${entry}.subject_id = ${row}.id`,
      orderBy: entry => `${entry}.id desc`,
      limit: use => use.argument('first'),
    }),
    previous: many({
      shape: () => reviewShape,
      on: (row, other) =>
        `${other}.enterprise_id = ${row}.enterprise_id and ${other}.center_id = ${row}.center_id
         and ${other}.id <> ${row}.id and ${other}.opened_at <= ${row}.opened_at and ${other}.state <> 'draft'`,
      orderBy: other => `${other}.opened_at desc, ${other}.id desc`,
    }),
    allowedActions: column((row, use) => factsSql(row, use.viewer(), use.today())),
    blockedActions: column((row, use) => factsSql(row, use.viewer(), use.today())),
  },
}

const countNotes = (row: string, condition: string) =>
  `(select count(*) from review_item i where i.review_id = ${row}.id and i.note_sent_at is not null and ${condition})`

const reviewItemShape: Shape = {
  type: 'ReviewItem',
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
    verdict: field('verdict'),
    reason: field('reason'),
    allowedVerdicts: column((row, use) =>
      evaluatedVerdict(`${row}_q`, `${row}_r.enterprise_id`, use.today()),
    ),
    note: field('note'),
    noteSentAt: field('note_sent_at'),
    isNoteAnswered: field('is_note_answered'),
    noteReply: field('note_reply'),
    judgedBy: colleague('judged_by_id'),
    judgedAt: field('judged_at'),
  },
}

const reviewEventShape: Shape = {
  type: 'ReviewEvent',
  table: 'ledger',
  fields: {
    at: field('at'),
    action: field('name'),
    verb: field('name'),
    role: field('actor_role'),
    by: colleague('actor_id'),
    reason: field('reason'),
    changes: column(row => changesSql(`${row}.detail`)),
  },
}

/** What the desk of a centre sees: its own cases, from the moment they are submitted. */
export const isReviewOf = (row: string, viewer: string) =>
  `${isOfDesk(row, viewer)} and ${row}.state <> 'draft'`

nodeKinds.set('review', {
  shape: reviewShape,
  key: 'id',
  isVisible: (row, viewer) => isReviewOf(row, viewer()),
})

timelineSubjects.set('review', enterpriseId => `select id from review where enterprise_id = ${enterpriseId}`)
stories.set('review', { tells: tellsOf('review'), isSeen: seenIn('review', isReviewOf) })
