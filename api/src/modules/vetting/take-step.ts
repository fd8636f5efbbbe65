import type { EventName } from '../audit/event-names.ts'
import { LockMode } from '@mikro-orm/core'
import type { Role } from '../../platform/context.ts'
import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { factsSql, type Facts } from './facts.ts'
import { Review, ReviewItem } from './review.entity.ts'
import { staleRefusal } from './stale.ts'
import { blockOf } from './standing.ts'
import { reviewSteps, type ReviewStep } from './vetting.states.ts'

/** A field of a case that has changed; texts that people write are named and not repeated. */
export interface Change {
  field: string
  from?: string | null
  to?: string | null
}

/** A case, and the version of it that whoever changes it has seen. */
export interface Seen {
  id: string
  expectedVersion: number
}

type Work = (ctx: Context, review: Review, facts: Facts) => Promise<void> | void

/**
 * Takes one step of the workflow, or refuses: who may, on the version they have seen, from the state the table says.
 * One at a time for each case: whoever waits for the lock then meets the version that came before.
 */
export async function takeStep(ctx: Context, step: ReviewStep, seen: Seen, work: Work): Promise<string> {
  const { from, by, to } = reviewSteps[step]
  const [first, ...others]: readonly Role[] = by
  if (first === undefined) throw new Error(`Nobody takes the step "${step}" by hand`)
  requireRole(ctx, first, ...others)
  return inScope(ctx, async within => {
    const review = await findVisible(within, seen.id)
    if (review.version !== seen.expectedVersion)
      throw await staleRefusal(within, review, seen.expectedVersion)
    if (!from.some(state => state === review.state))
      throw new Refusal('WRONG_STATE', `A review that is ${review.state} has no step "${step}".`, 'id')
    const facts = await factsOf(within, review.id)
    const block = blockOf(step, facts, within.actor, within.now)
    if (block)
      throw new Refusal(block.refusal, block.reason, 'id', undefined, {
        block: block.code,
        items: block.items,
      })
    if (to !== null) review.state = to
    await work(within, review, facts)
    return review.id
  })
}

/** What the actor may see of cases; a draft is the enterprise's own. Everything else looks like what never was. */
async function findVisible({ em, actor }: Context, id: string): Promise<Review> {
  const visible =
    actor.role === 'enterprise'
      ? { enterpriseId: { $in: [...actor.enterpriseIds] } }
      : { centerId: actor.centerId, state: { $ne: 'draft' as const } }
  return em.findOneOrFail(
    Review,
    { id, ...visible },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such review.', 'id'),
    },
  )
}

const factsOf = ({ em, actor, today }: Context, id: string): Promise<Facts> =>
  readInside<Facts>(
    em,
    `select ${factsSql('r', '$2::uuid', '$3::date')}::text as json from review r where r.id = $1`,
    [id, actor.personId, today],
  )

export const findItem = ({ em }: Context, reviewId: string, number: number): Promise<ReviewItem> =>
  em.findOneOrFail(
    ReviewItem,
    { reviewId, number },
    { failHandler: () => new Refusal('NOT_FOUND', `The review has no item ${number}.`, 'number') },
  )

/** The ledger row of a change to a case, and the next version of the case. */
export function commit(
  ctx: Context,
  review: Review,
  name: EventName,
  changes: readonly Change[],
  { reason = null, ...detail }: { reason?: string | null; [more: string]: unknown } = {},
): void {
  review.version += 1
  review.updatedAt = ctx.now
  record(
    ctx,
    name,
    { type: 'review', id: review.id },
    { version: review.version, changes, ...detail },
    reason,
  )
}
