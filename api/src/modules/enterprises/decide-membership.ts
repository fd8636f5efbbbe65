import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { EnterpriseMember } from '../accounts/person.entity.ts'
import { personOf } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { keptBy } from './find-kept.ts'
import { MembershipRequest } from './membership.entity.ts'

/** Open requests to act for what the actor's centre keeps, the oldest first. */
export const openRequests = (ctx: Context) =>
  ctx.em.find(
    MembershipRequest,
    { state: 'asked', enterprise: keptBy(ctx) },
    { populate: ['person', 'enterprise'], orderBy: { createdAt: 'asc', id: 'asc' }, limit: 100 },
  )

/** Lets somebody act for an enterprise, or does not; either with its reason in the ledger. */
export function decideMembership(
  ctx: Context,
  id: string,
  verdict: 'approved' | 'refused',
  reason: string | null,
) {
  const decidedBy = personOf(ctx)
  return inScope(ctx, async ctx => {
    const request = await ctx.em.findOneOrFail(
      MembershipRequest,
      { id, state: 'asked', enterprise: keptBy(ctx) },
      {
        lockMode: LockMode.PESSIMISTIC_WRITE,
        lockTableAliases: ['m0'],
        failHandler: () => new Refusal('NOT_FOUND', 'There is no such open request.', 'id'),
      },
    )
    const enterpriseId = request.enterprise.id
    const personId = request.person.id
    request.state = verdict
    Object.assign(request, { decidedAt: ctx.now, decidedBy, reason })
    if (verdict === 'approved') ctx.em.create(EnterpriseMember, { personId, enterpriseId })
    record(
      ctx,
      `membership.${verdict}`,
      { type: 'membership_request', id },
      { enterprise: enterpriseId },
      reason,
    )
    return true
  })
}
