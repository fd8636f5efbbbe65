import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requireRole } from '../accounts/require-role.ts'
import { ParticipationDecision, type Before } from './decision.entity.ts'
import { holdEventOfDesk } from './hold-curation.ts'
import { move } from './move.ts'
import { Participation } from './participation.entity.ts'
import type { ParticipationState } from './participation.states.ts'
import { rehearse } from './rehearse.ts'

export interface Undone {
  id: string
  from: ParticipationState
  to: ParticipationState
}

/**
 * 되돌리기 — takes back the last act of whoever asks, and the one before it when asked again; a bulk step is one act. As
 * long as nobody was told. A rehearsal says what it would take back.
 */
export async function undoLast(ctx: Context, eventId: string, isDryRun: boolean): Promise<Undone[]> {
  requireRole(ctx, 'staff', 'lead')
  return rehearse(ctx, isDryRun, async ctx => {
    await holdEventOfDesk(ctx, eventId)
    const decisions = await lastAct(ctx, eventId)
    const undone: Undone[] = []
    for (const decision of decisions) undone.push(await takeBack(ctx, decision))
    return undone
  })
}

async function lastAct({ em, actor }: Context, eventId: string): Promise<ParticipationDecision[]> {
  const mine = { eventId, byId: actor.personId, undoneAt: null }
  const last = await em.findOne(ParticipationDecision, mine, { orderBy: { id: 'desc' } })
  if (!last) throw new Refusal('WRONG_STATE', 'There is no decision of yours left to take back.', 'eventId')
  return em.find(ParticipationDecision, { ...mine, actId: last.actId }, { orderBy: { id: 'desc' } })
}

async function takeBack(ctx: Context, decision: ParticipationDecision): Promise<Undone> {
  const participation = await ctx.em.findOneOrFail(
    Participation,
    { id: decision.participationId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  )
  if (participation.letterSentAt != null)
    throw new Refusal('WRONG_STATE', 'The letter has been sent; decide anew instead.', 'eventId', undefined, {
      block: 'NOTICE_SENT',
    })
  if (participation.decidedAt?.getTime() !== decision.at.getTime() || participation.state !== decision.state)
    throw new Refusal(
      'CONFLICT',
      `Somebody has decided otherwise since${await whoDecided(ctx, participation)}; nothing was taken back.`,
      'eventId',
      undefined,
      { participation: participation.id, state: participation.state },
    )
  const from = participation.state
  decision.undoneAt = ctx.now
  move(ctx, participation, decision.before.state, 'participation.undone', { undoes: decision.id })
  restore(participation, decision.before)
  return { id: participation.id, from, to: decision.before.state }
}

function restore(participation: Participation, before: Before): void {
  const day = (text: string | null) => (text === null ? null : new Date(text))
  participation.waitRank = before.waitRank
  participation.reasonCode = before.reasonCode
  participation.reason = before.reason
  participation.decidedAt = day(before.decidedAt)
  participation.decidedById = before.decidedById
  participation.letterSentAt = day(before.letterSentAt)
}

async function whoDecided({ em }: Context, { decidedById }: Participation): Promise<string> {
  if (decidedById == null) return ''
  const name = await readInside<string | null>(
    em,
    'select to_json(p.name)::text as json from person p where p.id = $1::uuid',
    [decidedById],
  )
  return name === null ? '' : ` (${name})`
}
