import { LockMode } from '@mikro-orm/core'
import { systemActor, type Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { inScope } from '../../platform/scope.ts'
import { Event } from '../events/event.entity.ts'
import { holdCuration } from './hold-curation.ts'
import { move } from './move.ts'
import { Participation } from './participation.entity.ts'
import { participationSteps } from './participation.states.ts'
import { promoteForInvitation } from './promote.ts'

const { from, to, during } = participationSteps.expire

/** What the participant is told, and what staff read beside it. */
const why = '회신 기한까지 답이 없어 초청이 끝났습니다.'

/**
 * 초청 만료 — invitations whose day to answer by has passed come to an end, and each place goes to whoever waits in the
 * same transaction. Whoever answers at that moment is either before it or after it: both hold the event. Returns how many.
 */
export async function expireInvitations(ctx: Context): Promise<number> {
  const events = await readInside<{ id: string; centerId: string }[]>(
    ctx.em,
    `select coalesce(json_agg(json_build_object('id', e.id, 'centerId', e.center_id) order by e.id), '[]')::text as json
     from event e where e.state = any($2::text[]) and exists (select 1 from participation p
       where p.event_id = e.id and p.state = 'invited' and p.reply_until < $1::timestamptz)`,
    [ctx.now, [...during]],
  )
  let count = 0
  for (const { id, centerId } of events) count += await expireOf(ctx, id, centerId)
  return count
}

const expireOf = (ctx: Context, eventId: string, centerId: string): Promise<number> =>
  inScope({ ...ctx, em: ctx.em.fork(), actor: { ...systemActor, centerId } }, async ctx => {
    await holdCuration(ctx, eventId)
    const event = await ctx.em.findOneOrFail(Event, { id: eventId })
    if (!during.some(state => state === event.state)) return 0
    const due = await ctx.em.find(
      Participation,
      { eventId, state: { $in: [...from] }, replyUntil: { $lt: ctx.now } },
      { orderBy: { replyUntil: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    )
    for (const participation of due) {
      const replyUntil = participation.replyUntil
      Object.assign(participation, { reason: why, toldState: to, toldReason: why, replyUntil: null })
      move(ctx, participation, to, 'participation.expired', { reason: why, replyUntil })
      await promoteForInvitation(ctx, event, participation.side)
    }
    return due.length
  })
