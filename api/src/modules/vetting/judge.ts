import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requireRole } from '../accounts/require-role.ts'
import { Person } from '../accounts/person.entity.ts'
import { evaluatedVerdict } from './evaluation.ts'
import { reasonOf } from './decide.ts'
import { paragraphOf } from './paragraph.ts'
import { commit, findItem, takeStep, type Seen } from './take-step.ts'
import { verdictRoles, type Verdict } from './vetting.states.ts'

/** 배정 — to a colleague, or to oneself; null: to whoever asks. Taking over a case is assigning it to oneself. */
export const assign = (ctx: Context, seen: Seen, to: string | null) =>
  takeStep(ctx, 'assign', seen, async (ctx, review) => {
    const personId = to ?? ctx.actor.personId
    const isColleague = await ctx.em.count(Person, {
      id: personId,
      centerId: ctx.actor.centerId,
      role: { $in: ['staff', 'lead'] },
    })
    if (isColleague === 0) throw new Refusal('NOT_FOUND', 'There is no such colleague in your centre.', 'to')
    const from = review.assigneeId ?? null
    review.assigneeId = personId
    commit(ctx, review, 'review.assigned', [{ field: 'assignee', from, to: personId }])
  })

/** 심사 시작 — whoever begins an unassigned case holds it. */
export const begin = (ctx: Context, seen: Seen) =>
  takeStep(ctx, 'begin', seen, (ctx, review, { state: from, assigneeId }) => {
    review.assigneeId = ctx.actor.personId
    const assigned = assigneeId === null ? [{ field: 'assignee', from: null, to: ctx.actor.personId }] : []
    commit(ctx, review, 'review.begun', [{ field: 'state', from, to: 'in_review' }, ...assigned])
  })

export interface Judgement {
  number: number
  verdict: Verdict
  reason: string | null
}

/** 판정 — of one item. What the records deny is not met by saying so: that takes an override, with a reason. */
export const judge = (ctx: Context, seen: Seen, { number, verdict, reason }: Judgement) =>
  takeStep(ctx, 'judge', seen, async (ctx, review) => {
    const [first, ...others]: readonly ('staff' | 'lead')[] = verdictRoles[verdict]
    if (first !== undefined) requireRole(ctx, first, ...others)
    const item = await findItem(ctx, review.id, number)
    const needsReason = verdict === 'waived' || verdict === 'overridden'
    const why = needsReason ? reasonOf(reason ?? '') : null
    if (verdict === 'met' && (await isDenied(ctx, review.enterpriseId, item.requirementId)))
      throw new Refusal(
        'WRONG_STATE',
        `Item ${number} is not met by the records; a lead can override that with a reason.`,
        'verdict',
      )
    const from = item.verdict ?? null
    Object.assign(item, { verdict, reason: why, judgedById: ctx.actor.personId, judgedAt: ctx.now })
    // Whoever approved first approved something else.
    review.firstApproverId = null
    const name = needsReason ? (`review.item_${verdict}` as const) : 'review.judged'
    commit(ctx, review, name, [{ field: `items.${number}.verdict`, from, to: verdict }], { reason: why })
  })

/** 보완 메모 — what the enterprise will be asked to put right about one item; null takes it back. */
export const noteItem = (ctx: Context, seen: Seen, number: number, note: string | null) =>
  takeStep(ctx, 'judge', seen, async (ctx, review) => {
    const item = await findItem(ctx, review.id, number)
    item.note = note === null ? null : paragraphOf(note, 'note')
    Object.assign(item, { noteSentAt: null, isNoteAnswered: false, noteReply: null })
    commit(ctx, review, 'review.noted', [{ field: `items.${number}.note` }])
  })

const isDenied = ({ em, today }: Context, enterpriseId: string, requirementId: string): Promise<boolean> =>
  readInside<boolean>(
    em,
    `select (${evaluatedVerdict('q', '$2::uuid', '$3::date')} in ('unmet', 'unclear') is true)::text as json
     from requirement q where q.id = $1`,
    [requirementId, enterpriseId, today],
  )
