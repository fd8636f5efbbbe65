import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import type { EventName } from '../audit/event-names.ts'
import { record } from '../audit/record.ts'
import type { Event } from '../events/event.entity.ts'
import type { Participation } from './participation.entity.ts'
import type { ParticipationState, Side } from './participation.states.ts'
import { factsSql, type Facts } from './standing.ts'

export const factsOf = ({ em, actor }: Context, id: string): Promise<Facts> =>
  readInside<Facts>(
    em,
    `select ${factsSql('p', '$2::uuid')}::text as json from participation p where p.id = $1::uuid`,
    [id, actor.personId],
  )

/** Into another state, with its row in the ledger; what it waited for is over. */
export function move(
  ctx: Context,
  participation: Participation,
  to: ParticipationState,
  name: EventName,
  { reason = null, ...detail }: { reason?: string | null; [more: string]: unknown } = {},
): void {
  const from = participation.state
  participation.state = to
  if (to !== 'waitlisted') participation.waitRank = null
  participation.updatedAt = ctx.now
  record(
    ctx,
    name,
    { type: 'participation', id: participation.id },
    { event: participation.eventId, from, to, version: participation.version + 1, ...detail },
    reason,
  )
}

/** Behind everybody who waits on the same side. */
export const lastWaitRank = ({ em }: Context, { id }: Pick<Event, 'id'>, side: Side): Promise<number> =>
  readInside<number>(
    em,
    `select (coalesce(max(wait_rank), 0) + 1)::text as json from participation where event_id = $1::uuid and side = $2`,
    [id, side],
  )

/** Until when an answer is waited for: the end of that day in Seoul. */
export function replyUntil({ now }: Pick<Context, 'now'>, { replyDays }: Pick<Event, 'replyDays'>): Date {
  const seoul = 9 * 3_600_000
  const day = 86_400_000
  const today = Math.floor((now.getTime() + seoul) / day)
  return new Date((today + replyDays + 1) * day - seoul - 1_000)
}
