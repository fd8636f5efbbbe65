import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { inScope } from '../../platform/scope.ts'
import { personOf, requireRole } from '../accounts/require-role.ts'
import type { Event } from '../events/event.entity.ts'
import { ParticipationDecision, type Before } from './decision.entity.ts'
import { holdParticipation } from './hold-curation.ts'
import { factsOf, lastWaitRank, move } from './move.ts'
import { requireCurrent } from './overtaken.ts'
import type { Participation } from './participation.entity.ts'
import { participationSteps } from './participation.states.ts'
import { reasonOf, type NotSelectedReason, type Reason } from './reasons.ts'
import { requireStep } from './standing.ts'

export type DecisionStep = 'confirm' | 'wait' | 'notSelect'

export interface Decision {
  step: DecisionStep
  reasonCode?: NotSelectedReason | null | undefined
  reason?: string | null | undefined
}

/** A decision whose words have been looked at. */
interface Checked {
  step: DecisionStep
  why: Reason | null
}

/** A participation, and the version of it that whoever changes it has seen. */
export interface Seen {
  id: string
  expectedVersion: number
}

/** 선정 결정 — 확정, 대기 or 미선정; nobody is told before the letters are sent. */
export async function decide(ctx: Context, seen: Seen, decision: Decision): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  const checked = checkedDecision(decision)
  return inScope(ctx, async ctx => {
    const held = await holdParticipation(ctx, seen.id)
    await requireCurrent(ctx, held.participation, seen.expectedVersion)
    await decideHeld(ctx, held.event, held.participation, checked, newId())
    return seen.id
  })
}

export const checkedDecision = ({ step, reasonCode, reason }: Decision): Checked => ({
  step,
  why: step === 'notSelect' ? reasonOf(reasonCode, reason) : null,
})

/** The same for one that is held already; those of one act are taken back together. */
export async function decideHeld(
  ctx: Context,
  event: Event,
  participation: Participation,
  { step, why }: Checked,
  actId: string,
): Promise<void> {
  requireStep(step, await factsOf(ctx, participation.id), ctx.actor, ctx.now)
  const before = beforeOf(participation)
  const { to } = participationSteps[step]
  if (step === 'wait') participation.waitRank = await lastWaitRank(ctx, event, participation.side)
  participation.toldState ??= participation.state
  participation.reasonCode = why?.code ?? null
  participation.reason = why?.words ?? null
  participation.decidedAt = ctx.now
  participation.decidedById = personOf(ctx)
  participation.letterSentAt = null
  move(ctx, participation, to, `participation.${to}`, { reason: why?.words ?? null })
  ctx.em.create(ParticipationDecision, {
    id: newId(),
    actId,
    eventId: event.id,
    participationId: participation.id,
    byId: personOf(ctx),
    at: ctx.now,
    before,
    state: to,
    version: participation.version + 1,
  })
}

const beforeOf = (participation: Participation): Before => ({
  state: participation.state,
  waitRank: participation.waitRank ?? null,
  reasonCode: participation.reasonCode ?? null,
  reason: participation.reason ?? null,
  decidedAt: participation.decidedAt?.toISOString() ?? null,
  decidedById: participation.decidedById ?? null,
  letterSentAt: participation.letterSentAt?.toISOString() ?? null,
})
