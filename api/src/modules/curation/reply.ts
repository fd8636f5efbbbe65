import type { Context } from '../../platform/context.ts'
import { lineOrNothing } from '../../platform/line-of-text.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import type { Seen } from './decide.ts'
import { holdParticipation } from './hold-curation.ts'
import { factsOf, move } from './move.ts'
import { requireCurrent } from './overtaken.ts'
import { promoteNext, promoteForInvitation } from './promote.ts'
import { isDesk, requireStep } from './standing.ts'

/** 수락 — whoever was invited takes part. */
export async function acceptParticipation(ctx: Context, seen: Seen): Promise<string> {
  requireRole(ctx, 'enterprise', 'buyer')
  return inScope(ctx, async ctx => {
    const { participation } = await holdParticipation(ctx, seen.id)
    await requireCurrent(ctx, participation, seen.expectedVersion)
    requireStep('accept', await factsOf(ctx, participation.id), ctx.actor, ctx.now)
    participation.toldState = 'confirmed'
    participation.replyUntil = null
    move(ctx, participation, 'confirmed', 'participation.accepted')
    return participation.id
  })
}

/**
 * 참가 사양 — by whoever takes part, or the desk in their name. Out of a confirmed place somebody who waits moves up. A
 * decision that nobody was told of does not make the participant's own view of it stale.
 */
export async function declineParticipation(
  ctx: Context,
  seen: Seen,
  reason: string | null | undefined,
): Promise<string> {
  requireRole(ctx, 'buyer', 'enterprise', 'staff', 'lead')
  const why = lineOrNothing(reason, 'reason', 500) ?? null
  return inScope(ctx, async ctx => {
    const { event, participation } = await holdParticipation(ctx, seen.id)
    if (isDesk(ctx.actor)) await requireCurrent(ctx, participation, seen.expectedVersion)
    requireStep('decline', await factsOf(ctx, participation.id), ctx.actor, ctx.now)
    const before = participation.state
    participation.toldState = 'declined'
    participation.toldReason = null
    participation.replyUntil = null
    move(ctx, participation, 'declined', 'participation.declined', { reason: why })
    if (before === 'confirmed') await promoteNext(ctx, event, participation.side)
    if (before === 'invited') await promoteForInvitation(ctx, event, participation.side)
    return participation.id
  })
}
