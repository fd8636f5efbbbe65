import { LockMode } from '@mikro-orm/core'
import { systemActor, type Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import type { Event } from '../events/event.entity.ts'
import { countsIn } from './quota-sql.ts'
import { move, replyUntil } from './move.ts'
import { Participation } from './participation.entity.ts'
import { participationSteps, type Side } from './participation.states.ts'

/**
 * 대기 승계 — a place has fallen free: the first of those who wait and break no maximum takes it, in the same
 * transaction. Whoever gave it up sees nobody else's row, so the database is told for a moment that the centre acts.
 */
export async function promoteNext(ctx: Context, event: Event, side: Side): Promise<void> {
  if (!participationSteps.promote.during.some(state => state === event.state)) return
  await ctx.em.flush()
  await asCenter(ctx, event.centerId, async ctx => {
    const id = await nextInLine(ctx, event, side)
    if (id === null) return
    const participation = await ctx.em.findOneOrFail(
      Participation,
      { id },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    )
    participation.reasonCode = null
    participation.reason = null
    participation.toldState = 'confirmed'
    participation.toldReason = null
    participation.letterSentAt = ctx.now
    participation.replyUntil = replyUntil(ctx, event)
    move(ctx, participation, 'confirmed', 'participation.promoted', { replyUntil: participation.replyUntil })
    await ctx.em.flush()
  })
}

/**
 * 초청 승계 — an invitation that nobody takes up frees a place only where the event says how many it wants, and no
 * other invitation still counts on it.
 */
export async function promoteForInvitation(ctx: Context, event: Event, side: Side): Promise<void> {
  const wanted = side === 'enterprise' ? event.enterprisesWanted : event.departmentsWanted
  if (wanted == null) return
  await ctx.em.flush()
  const isFree = await readInside<boolean>(
    ctx.em,
    `select (confirmed_participants($1::uuid, $2) + invited_participants($1::uuid, $2) < $3::int)::text as json`,
    [event.id, side, wanted],
  )
  if (isFree) await promoteNext(ctx, event, side)
}

async function asCenter(
  ctx: Context,
  centerId: string,
  work: (ctx: Context) => Promise<void>,
): Promise<void> {
  const set = (id: string) => ctx.em.execute(`select set_config('panro.center', ?, true)`, [id])
  await set(centerId)
  await work({ ...ctx, actor: { ...systemActor, centerId } })
  await set(ctx.actor.centerId ?? '')
}

/** Enterprises are counted by quotas; either side by how many the event wants. */
const nextInLine = ({ em, today }: Context, event: Event, side: Side): Promise<string | null> =>
  readInside<string | null>(
    em,
    `select to_json((
       select p.id from participation p
       where p.event_id = $1::uuid and p.side = $2 and p.state = 'waitlisted'
         and not exists (select 1 from event_quota q where q.event_id = p.event_id and p.side = 'enterprise'
           and q.maximum is not null and ${countsIn('q', 'p', '$3::date')}
           and (select count(*) from participation o where o.event_id = p.event_id and o.side = p.side
             and o.state = 'confirmed' and ${countsIn('q', 'o', '$3::date')}) >= q.maximum)
         and coalesce((select count(*) from participation o where o.event_id = p.event_id and o.side = p.side
             and o.state = 'confirmed') < $4::int, true)
       order by p.wait_rank, p.decided_at, p.id limit 1))::text as json`,
    [event.id, side, today, side === 'enterprise' ? event.enterprisesWanted : event.departmentsWanted],
  )
