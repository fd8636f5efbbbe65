import { evaluatedVerdict } from './evaluation.ts'
import type { ReviewState } from './vetting.states.ts'

/** What decides about the next steps of a case; read as one value, for lists and for guards alike. */
export interface Facts {
  state: ReviewState
  assigneeId: string | null
  deciderId: string | null
  firstApproverId: string | null
  needsTwo: boolean
  noticeAt: string | null
  isOpenForApplications: boolean
  /** Whether who asks has ties to the enterprise. */
  hasConflict: boolean
  /** Numbers of required items that stand in the way of an approval. */
  lacking: number[]
  /** Numbers of items with a note that has not been sent yet. */
  unsent: number[]
  /** Numbers of items with a note that the enterprise has not answered. */
  unanswered: number[]
  /** Numbers of required items that the enterprise itself has to fill and has not. */
  unfilled: number[]
}

/** SQL for the facts about the review at `row`, for the person `viewer` on the day `today`. */
export const factsSql = (row: string, viewer: string, today: string) => `(
  select json_build_object(
    'state', ${row}.state, 'assigneeId', ${row}.assignee_id, 'deciderId', ${row}.decided_by_id,
    'firstApproverId', ${row}.first_approver_id, 'needsTwo', s.needs_two, 'noticeAt', ${row}.notice_at,
    'isOpenForApplications', s.open_until is null or s.open_until >= ${today},
    'hasConflict', ${hasConflict(`${row}.enterprise_id`, viewer)},
    'lacking', ${numbers(row, `q.is_required and not ${isAccepted('i', 'q', `${row}.enterprise_id`, today)}`)},
    'unsent', ${numbers(row, 'i.note is not null and i.note_sent_at is null')},
    'unanswered', ${numbers(row, 'i.note_sent_at is not null and not i.is_note_answered')},
    'unfilled', ${numbers(row, `q.is_required and ${isUnfilled}`)}
  ) from requirement_set s where s.id = ${row}.requirement_set_id)`

export const hasConflict = (enterpriseId: string, person: string) => `(
  exists (select 1 from enterprise_member m where m.enterprise_id = ${enterpriseId} and m.person_id = ${person})
  or exists (select 1 from conflict_of_interest c where c.enterprise_id = ${enterpriseId} and c.person_id = ${person}))`

/** Judged well, and not against what the records say today: a certificate may have ended since. */
export const isAccepted = (item: string, requirement: string, enterpriseId: string, today: string) =>
  `coalesce(${item}.verdict in ('waived', 'overridden')
    or (${item}.verdict = 'met' and coalesce(${evaluatedVerdict(requirement, enterpriseId, today)}, 'met') = 'met'), false)`

const numbers = (row: string, condition: string) => `(
  select coalesce(json_agg(i.number order by i.number), '[]')
  from review_item i join requirement q on q.id = i.requirement_id
  where i.review_id = ${row}.id and ${condition})`

const isUnfilled = `(
  (q.kind = 'attestation' and not i.is_attested)
  or (q.kind = 'document' and not exists (
    select 1 from review_item_file f where f.review_id = i.review_id and f.number = i.number)))`
