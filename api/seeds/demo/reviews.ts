import { addDays, type Day } from '../../src/platform/day.ts'
import type { RequirementKind } from '../../src/modules/vetting/requirement-set.entity.ts'
import type { ReviewState } from '../../src/modules/vetting/vetting.states.ts'
import type { Random } from './random.ts'
import type { EnterpriseRow } from './rows.ts'
import type { Desk } from './desks.ts'
import { idAt } from './world.ts'

interface RequirementRow {
  id: string
  requirement_set_id: string
  position: number
  kind: RequirementKind
  [column: string]: unknown
}

/** By table, in the order in which they refer to each other. */
export interface ReviewRows {
  requirement_set: object[]
  requirement: RequirementRow[]
  review: object[]
  review_item: object[]
  ledger: object[]
}

interface Given {
  random: Random
  now: Date
  today: Day
  desk: Desk
  ownerId: string
  enterprise: EnterpriseRow
  setId: string
  state: ReviewState
  place: number
}

const dayMs = 86_400_000
const notes: Partial<Record<RequirementKind, string>> = {
  document: '사업자등록증의 소재지가 지금 주소와 다릅니다. 정정된 사본을 붙여 주세요.',
  delivery_records: '검수조서가 없습니다. 발주처가 확인한 문서를 올려 주세요.',
}
const path: Record<string, readonly string[]> = {
  draft: ['opened'],
  submitted: ['opened', 'submitted'],
  in_review: ['opened', 'submitted', 'begun'],
  returned: ['opened', 'submitted', 'begun', 'returned'],
  approved: ['opened', 'submitted', 'begun', 'approved'],
  rejected: ['opened', 'submitted', 'begun', 'rejected'],
}
const stateAfter: Record<string, ReviewState> = {
  submitted: 'submitted',
  begun: 'in_review',
  returned: 'returned',
  approved: 'approved',
  rejected: 'rejected',
}

/** One case with its items and its story in the ledger. */
export function makeReview(rows: ReviewRows, given: Given): void {
  const { random, now, today, desk, enterprise, setId, state, place, ownerId } = given
  const isDecided = state === 'approved' || state === 'rejected' || state === 'returned'
  const openedAt = now.getTime() - random.between(isDecided ? 20 : 3, isDecided ? 120 : 15) * dayMs
  const holder = desk.staffIds[place % 3 === 0 ? 1 : 0] ?? desk.staffIds[0] ?? null
  const isHeld = state !== 'draft' && !(state === 'submitted' && place % 2 === 0)
  const at = (step: number) => new Date(openedAt + step * dayMs).toISOString()
  const id = idAt(random, openedAt)
  const steps = path[state] ?? []
  const version = steps.length
  rows.review.push({
    id,
    center_id: desk.centerId,
    enterprise_id: enterprise.id,
    requirement_set_id: setId,
    state,
    cause: 'application',
    assignee_id: isHeld ? holder : null,
    due_on: dueOn(given),
    opened_at: at(0),
    submitted_at: state === 'draft' ? null : at(1),
    times_returned: state === 'returned' || (state === 'submitted' && place % 4 === 1) ? 1 : 0,
    decided_at: isDecided ? at(steps.length - 1) : null,
    decided_by_id: isDecided ? holder : null,
    decision_reason: state === 'rejected' ? '인증이 끝났고 갱신 계획을 확인하지 못했습니다.' : null,
    notice_at: isDecided ? at(steps.length - 1) : null,
    has_published: false,
    version,
    updated_at: at(steps.length - 1),
  })
  for (const requirement of rows.requirement.filter(row => row.requirement_set_id === setId))
    rows.review_item.push(itemOf(given, id, requirement, at(2), holder))
  let before: ReviewState = 'draft'
  for (const [index, step] of steps.entries()) {
    const after = stateAfter[step]
    const isOwn = step === 'opened' || step === 'submitted'
    rows.ledger.push({
      at: at(index),
      actor_id: isOwn ? ownerId : holder,
      actor_role: isOwn ? 'enterprise' : 'staff',
      name: `review.${step}`,
      subject_type: 'review',
      subject_id: id,
      detail: {
        version: index + 1,
        source: 'seed',
        ...(after && { changes: [{ field: 'state', from: before, to: after }] }),
      },
    })
    before = after ?? before
  }
  if (today < enterprise.created_at.slice(0, 10))
    throw new Error('An enterprise of the demo is of the future')
}

function itemOf(
  { state, place }: Given,
  reviewId: string,
  { id, position, kind }: RequirementRow,
  at: string,
  by: string | null,
) {
  const isJudged =
    state === 'approved' || state === 'rejected' || (state === 'in_review' && position <= place % 6)
  const note = state === 'returned' ? (notes[kind] ?? null) : null
  const isRefused = note !== null || (state === 'rejected' && kind === 'valid_certification')
  const verdict = isRefused ? 'unmet' : isJudged ? 'met' : null
  return {
    review_id: reviewId,
    number: position,
    requirement_id: id,
    answer: kind === 'document' && state !== 'draft' ? '사업자등록증 사본을 제출합니다.' : null,
    is_attested: kind === 'attestation' && state !== 'draft',
    verdict,
    note,
    note_sent_at: note === null ? null : at,
    is_note_answered: false,
    judged_by_id: verdict === null ? null : by,
    judged_at: verdict === null ? null : at,
  }
}

function dueOn({ state, today, random, place }: Given): Day | null {
  if (state === 'draft' || state === 'approved' || state === 'rejected') return null
  // A few are late, some are due soon, most have time.
  return addDays(today, place === 0 ? 4 : random.between(-3, 12))
}
