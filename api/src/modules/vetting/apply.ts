import { addDays } from '../../platform/day.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { Enterprise } from '../enterprises/enterprise.entity.ts'
import { record } from '../audit/record.ts'
import { findUsableFile } from '../files/read-file.ts'
import { paragraphOf } from './paragraph.ts'
import { Requirement, RequirementSet } from './requirement-set.entity.ts'
import { Review, ReviewItem, ReviewItemFile } from './review.entity.ts'
import { commit, findItem, takeStep, type Seen } from './take-step.ts'

/** 신청 시작 — a draft by the version of the criteria that is in force, with one item for each requirement. */
export async function startApplication(ctx: Context, enterpriseId: string, setId: string): Promise<string> {
  requireRole(ctx, 'enterprise')
  return inScope(ctx, async ctx => {
    const enterprise = ctx.actor.enterpriseIds.includes(enterpriseId)
      ? await ctx.em.findOne(Enterprise, { id: enterpriseId })
      : null
    if (!enterprise) throw new Refusal('NOT_FOUND', 'There is no such enterprise of yours.', 'enterpriseId')
    const set = await findOpen(ctx, setId, enterprise.centerId ?? null)
    const known = await ctx.em.findOne(Review, {
      enterpriseId,
      requirementSetId: set.id,
      cause: 'application',
      state: { $in: ['draft', 'submitted', 'in_review', 'returned'] },
    })
    if (known)
      throw new Refusal('CONFLICT', 'There is an application under way already; go on with that one.')
    const review = ctx.em.create(Review, {
      id: newId(),
      centerId: set.centerId,
      enterpriseId,
      requirementSetId: set.id,
      state: 'draft',
      cause: 'application',
      openedAt: ctx.now,
      updatedAt: ctx.now,
    })
    await addItems(ctx, review)
    record(ctx, 'review.opened', { type: 'review', id: review.id }, { version: 1, cause: 'application' })
    return review.id
  })
}

/** An item for each requirement, numbered as they are listed. */
export async function addItems({ em }: Context, review: Review): Promise<void> {
  // The case comes first: the database shows its items to whoever sees the case.
  await em.flush()
  const requirements = await em.find(
    Requirement,
    { requirementSetId: review.requirementSetId },
    { orderBy: { position: 'asc' } },
  )
  for (const { id, position } of requirements)
    em.create(ReviewItem, { reviewId: review.id, number: position, requirementId: id })
}

/** Criteria that this enterprise can apply under today: of the centre that keeps it, in force, and not closed. */
async function findOpen(
  { em, today }: Context,
  id: string,
  centerId: string | null,
): Promise<RequirementSet> {
  const set = await em.findOne(RequirementSet, {
    id,
    state: 'published',
    effectiveFrom: { $lte: today },
    $or: [{ openUntil: null }, { openUntil: { $gte: today } }],
    ...(centerId === null ? {} : { centerId }),
  })
  const newer =
    set &&
    (await em.count(RequirementSet, {
      seriesId: set.seriesId,
      state: 'published',
      effectiveFrom: { $lte: today },
      number: { $gt: set.number },
    }))
  if (set && newer === 0) return set
  throw new Refusal('NOT_FOUND', 'There are no such criteria open for applications.', 'requirementSetId')
}

export interface Answer {
  number: number
  text: string | null | undefined
  isAttested: boolean | null | undefined
  /** To the note of the centre. */
  reply: string | null | undefined
}

/** 답하기 — what the enterprise says to one requirement; what is not given stays as it was. */
export const answerRequirement = (ctx: Context, seen: Seen, { number, text, isAttested, reply }: Answer) =>
  takeStep(ctx, 'answer', seen, async (ctx, review) => {
    const item = await findItem(ctx, review.id, number)
    const changes = []
    if (text !== undefined) {
      item.answer = text === null || text.trim() === '' ? null : paragraphOf(text, 'answer.text')
      changes.push({ field: `items.${number}.answer` })
    }
    if (isAttested != null) {
      changes.push({
        field: `items.${number}.isAttested`,
        from: String(item.isAttested),
        to: String(isAttested),
      })
      item.isAttested = isAttested
    }
    if (reply != null) {
      if (item.noteSentAt == null)
        throw new Refusal('WRONG_STATE', `There is no note on item ${number} to reply to.`, 'answer.reply')
      item.noteReply = paragraphOf(reply, 'answer.reply')
      changes.push({ field: `items.${number}.noteReply` })
    }
    if (changes.length === 0)
      throw new Refusal('BAD_USER_INPUT', 'Say what to answer: `text`, `isAttested` or `reply`.', 'answer')
    answerNote(item)
    commit(ctx, review, 'review.answered', changes)
  })

/** 증빙 첨부 — a file of the enterprise's, for one item. Twice is once. */
export const attachEvidence = (ctx: Context, seen: Seen, number: number, fileId: string) =>
  takeStep(ctx, 'answer', seen, async (ctx, review) => {
    const item = await findItem(ctx, review.id, number)
    await findUsableFile(ctx, fileId, review.enterpriseId)
    const key = { reviewId: review.id, number, fileId }
    if (!(await ctx.em.findOne(ReviewItemFile, key)))
      ctx.em.create(ReviewItemFile, { ...key, addedAt: ctx.now })
    answerNote(item)
    commit(ctx, review, 'review.evidence_attached', [{ field: `items.${number}.files`, to: fileId }])
  })

/** 증빙 빼기 — from the item; the file itself stays where it is. */
export const detachEvidence = (ctx: Context, seen: Seen, number: number, fileId: string) =>
  takeStep(ctx, 'answer', seen, async (ctx, review) => {
    const file = await ctx.em.findOne(ReviewItemFile, { reviewId: review.id, number, fileId })
    if (!file) throw new Refusal('NOT_FOUND', `Item ${number} has no such file.`, 'fileId')
    ctx.em.remove(file)
    commit(ctx, review, 'review.evidence_detached', [{ field: `items.${number}.files`, from: fileId }])
  })

/** 제출 — the centre's turn. */
export const submitApplication = (ctx: Context, seen: Seen) =>
  takeStep(ctx, 'submit', seen, async (ctx, review, { state: from }) => {
    const set = await ctx.em.findOneOrFail(RequirementSet, { id: review.requirementSetId })
    review.submittedAt = ctx.now
    review.dueOn = addDays(ctx.today, set.reviewDays)
    review.noticeAt = null
    const changes = [{ field: 'state', from, to: 'submitted' }]
    commit(ctx, review, 'review.submitted', changes, { dueOn: review.dueOn })
  })

/** Whatever the enterprise does about an item answers the note on it. */
function answerNote(item: ReviewItem) {
  if (item.noteSentAt != null) item.isNoteAnswered = true
}
