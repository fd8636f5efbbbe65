import type { Context } from '../../platform/context.ts'
import { dayInSeoul } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { openPass } from './open-pass.ts'
import { CheckIn } from './pass.entity.ts'
import { momentOf, type SentLater } from './sent-later.ts'

interface Asked extends Pick<SentLater, 'secondsAgo'> {
  eventId: string
  /** What a scanner has read, or … */
  token: string | null
  /** … who was found by hand. */
  participationId: string | null
  attendeeId: string | null
}

export interface CheckedIn {
  key: string
  participationId: string
  dayId: string
  at: string
  /** False: had come before. */
  isNew: boolean
}

/** 체크인 — by a code or by hand; who comes twice has come once. */
export function checkIn(ctx: Context, asked: Asked): Promise<CheckedIn> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const who = await whoComes(ctx, asked)
    const at = momentOf(ctx, asked)
    const day = await dayOf(ctx, dayInSeoul(at), asked.eventId, who.participationId)
    const { actor } = ctx
    const id = newId()
    const [row] = await ctx.em.execute<{ id: string; at: Date }[]>(
      `insert into check_in (id, event_id, day_id, participation_id, officer_id, at, by_id)
       values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id, at`,
      [id, asked.eventId, day, who.participationId, who.attendeeId, at, actor.personId],
    )
    if (!row) return before(ctx, day, who)
    const detail = { participationId: who.participationId, day, by: asked.token === null ? 'hand' : 'code' }
    record(ctx, 'check_in.made', { type: 'check_in', id }, detail)
    return { key: id, participationId: who.participationId, dayId: day, at: at.toISOString(), isNew: true }
  })
}

interface Who {
  participationId: string
  attendeeId: string | null
}

async function whoComes(ctx: Context, { eventId, token, participationId, attendeeId }: Asked): Promise<Who> {
  if (token === null && participationId === null)
    throw new Refusal('BAD_USER_INPUT', 'Give either `token` or `participationId`.', 'token')
  if (token === null) return { participationId: participationId ?? '', attendeeId }
  const pass = await openPass(ctx, token, 'check_in')
  if (pass.eventId === eventId) return pass
  throw new Refusal('NOT_FOUND', 'This code is of another event.', 'token')
}

/** The day of the event that it was then, in a round that the participant takes part in. */
async function dayOf({ em, actor }: Context, onDate: string, eventId: string, participationId: string) {
  const found = await readInside<{ takesPart: boolean; day: string | null }>(
    em,
    `select json_build_object(
       'takesPart', exists (select 1 from participation p where p.id = $2 and p.event_id = $1 and p.center_id = $3
         and p.state = 'confirmed'),
       'day', (select d.id from event_day d join event_round r on r.id = d.round_id
         where d.event_id = $1 and d.on_date = $4
         order by exists (select 1 from participation_round x where x.participation_id = $2 and x.round_id = r.id) desc,
           r.number limit 1))::text as json`,
    [eventId, participationId, actor.centerId, onDate],
  )
  if (!found.takesPart)
    throw new Refusal('NOT_FOUND', 'The event has no such participant.', 'participationId')
  if (found.day === null)
    throw new Refusal('WRONG_STATE', 'Today is no day of this event.', 'eventId', undefined, {
      today: onDate,
    })
  return found.day
}

const before = ({ em }: Context, day: string, who: Who) =>
  readInside<CheckedIn>(
    em,
    `select json_build_object('key', c.id, 'participationId', c.participation_id, 'dayId', c.day_id, 'at', c.at,
       'isNew', false)::text as json
     from check_in c where c.day_id = $1 and c.participation_id = $2 and c.officer_id is not distinct from $3::uuid`,
    [day, who.participationId, who.attendeeId],
  )

/** 체크인 되돌리기 — of somebody who was taken for somebody else. */
export function undoCheckIn(ctx: Context, id: string): Promise<boolean> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const found = await ctx.em.findOne(CheckIn, { id })
    if (found === null) throw new Refusal('NOT_FOUND', 'There is no such check-in.', 'id')
    const { participationId, dayId: day } = found
    ctx.em.remove(found)
    record(ctx, 'check_in.taken_back', { type: 'check_in', id }, { participationId, day })
    return true
  })
}
