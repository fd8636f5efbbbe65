import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { personOf, requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { findKeptEnterprise } from '../enterprises/find-kept.ts'
import { reasonOf } from './decide.ts'
import { ConflictOfInterest } from './review.entity.ts'

/** 이해충돌 신고 — from now on a colleague has to judge this enterprise. Twice is once. */
export async function declareConflict(ctx: Context, enterpriseId: string, reason: string): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  const personId = personOf(ctx)
  const { centerId } = ctx.actor
  if (centerId === null) throw new Refusal('FORBIDDEN', 'You belong to no centre yet; ask your lead.')
  await inScope(ctx, async ctx => {
    await findKeptEnterprise(ctx, enterpriseId)
    const why = reasonOf(reason)
    if (await ctx.em.findOne(ConflictOfInterest, { personId, enterpriseId })) return
    ctx.em.create(ConflictOfInterest, { personId, enterpriseId, centerId, reason: why, declaredAt: ctx.now })
    record(ctx, 'conflict_of_interest.declared', { type: 'enterprise', id: enterpriseId }, { personId }, why)
  })
}
