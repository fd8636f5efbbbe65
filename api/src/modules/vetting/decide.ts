import { addDays } from '../../platform/day.ts'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { takeEnterpriseStep } from '../enterprises/change-enterprise.ts'
import { Enterprise } from '../enterprises/enterprise.entity.ts'
import { RequirementSet } from './requirement-set.entity.ts'
import { ReviewItem, type Review } from './review.entity.ts'
import { commit, takeStep, type Seen } from './take-step.ts'
import type { ReviewState } from './vetting.states.ts'

/** How long a decision can be taken back: the notice leaves after that. */
const undoMs = 10_000
const shortestReason = 10

/** 보완 요청 — the enterprise gets the notes, each beside the field it is about, and may correct. */
export const sendBack = (ctx: Context, seen: Seen) =>
  takeStep(ctx, 'sendBack', seen, async (ctx, review, { unsent }) => {
    const set = await ctx.em.findOneOrFail(RequirementSet, { id: review.requirementSetId })
    const items = await ctx.em.find(ReviewItem, { reviewId: review.id, number: { $in: unsent } })
    for (const item of items) item.noteSentAt = ctx.now
    decide(ctx, review, null)
    review.dueOn = addDays(ctx.today, set.returnDays)
    review.timesReturned += 1
    commit(ctx, review, 'review.returned', [stateChange('in_review', 'returned')], {
      items: unsent,
      dueOn: review.dueOn,
      noticeAt: review.noticeAt,
    })
  })

/** 승인 — into the public catalogue in the same breath; the first of two approvals changes nothing but who it was. */
export const approve = (ctx: Context, seen: Seen) =>
  takeStep(ctx, 'approve', seen, async (ctx, review, { needsTwo, firstApproverId }) => {
    if (needsTwo && firstApproverId === null) {
      review.state = 'in_review'
      review.firstApproverId = ctx.actor.personId
      const changes = [{ field: 'firstApprover', from: null, to: ctx.actor.personId }]
      return commit(ctx, review, 'review.seconded', changes)
    }
    decide(ctx, review, null)
    review.dueOn = null
    review.hasPublished = await publish(ctx, review)
    commit(ctx, review, 'review.approved', [stateChange('in_review', 'approved')], {
      requirementSet: review.requirementSetId,
      noticeAt: review.noticeAt,
    })
  })

/** 불승인. */
export const reject = (ctx: Context, seen: Seen, reason: string) =>
  takeStep(ctx, 'reject', seen, (ctx, review) => {
    const why = reasonOf(reason)
    decide(ctx, review, why)
    review.dueOn = null
    const changes = [stateChange('in_review', 'rejected')]
    commit(ctx, review, 'review.rejected', changes, { reason: why, noticeAt: review.noticeAt })
  })

/** 되돌리기 — as if it had not been decided, while nobody has been told. */
export const undoDecision = (ctx: Context, seen: Seen) =>
  takeStep(ctx, 'undo', seen, async (ctx, review, { state: before }) => {
    if (before === 'approved' && review.hasPublished)
      await takeEnterpriseStep(ctx, review.enterpriseId, 'withdraw', 'The approval was taken back.')
    if (before === 'returned') {
      const sent = await ctx.em.find(ReviewItem, { reviewId: review.id, noteSentAt: review.decidedAt })
      for (const item of sent) item.noteSentAt = null
      review.timesReturned -= 1
    }
    Object.assign(review, {
      decidedAt: null,
      decidedById: null,
      decisionReason: null,
      noticeAt: null,
      hasPublished: false,
      firstApproverId: null,
    })
    commit(ctx, review, 'review.undone', [stateChange(before, 'in_review')])
  })

/** 정지 — out of the catalogue until it is reinstated. */
export const suspend = (ctx: Context, seen: Seen, reason: string) =>
  takeStep(ctx, 'suspend', seen, async (ctx, review) => {
    const why = reasonOf(reason)
    const enterprise = await ctx.em.findOneOrFail(Enterprise, { id: review.enterpriseId })
    if (enterprise.state === 'published') await takeEnterpriseStep(ctx, review.enterpriseId, 'withdraw', why)
    commit(ctx, review, 'review.suspended', [stateChange('approved', 'suspended')], { reason: why })
  })

/** 정지 해제. */
export const reinstate = (ctx: Context, seen: Seen, reason: string) =>
  takeStep(ctx, 'reinstate', seen, async (ctx, review) => {
    const why = reasonOf(reason)
    await publish(ctx, review)
    commit(ctx, review, 'review.reinstated', [stateChange('suspended', 'approved')], { reason: why })
  })

/** 재심사 — a case that was closed is looked at again, by the criteria it was judged by. */
export const reopen = (ctx: Context, seen: Seen, reason: string) =>
  takeStep(ctx, 'reopen', seen, async (ctx, review, { state: before }) => {
    const why = reasonOf(reason)
    const set = await ctx.em.findOneOrFail(RequirementSet, { id: review.requirementSetId })
    review.dueOn = addDays(ctx.today, set.reviewDays)
    Object.assign(review, { assigneeId: null, firstApproverId: null, noticeAt: null })
    commit(ctx, review, 'review.reopened', [stateChange(before, 're_review')], { reason: why })
  })

/** A reason that says something: an empty one, or one word, is none. */
export function reasonOf(text: string): string {
  const reason = lineOfText(text, 'reason', 1_000)
  if (reason.length >= shortestReason) return reason
  throw new Refusal(
    'BAD_USER_INPUT',
    `\`reason\` is too short; write at least ${shortestReason} characters.`,
    'reason',
  )
}

function decide(ctx: Context, review: Review, reason: string | null) {
  review.decidedAt = ctx.now
  review.decidedById = ctx.actor.personId
  review.decisionReason = reason
  review.noticeAt = new Date(ctx.now.getTime() + undoMs)
}

/** False when the enterprise is in the catalogue already, or the case is about an event. */
async function publish(ctx: Context, review: Review): Promise<boolean> {
  const set = await ctx.em.findOneOrFail(RequirementSet, { id: review.requirementSetId })
  const enterprise = await ctx.em.findOneOrFail(Enterprise, { id: review.enterpriseId })
  if (set.purpose === 'event' || enterprise.state === 'published') return false
  await takeEnterpriseStep(ctx, review.enterpriseId, 'publish', null)
  return true
}

const stateChange = (from: ReviewState, to: ReviewState) => ({ field: 'state', from, to })
