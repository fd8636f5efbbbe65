import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Event } from '../events/event.entity.ts'
import { Participation } from './participation.entity.ts'

/**
 * One at a time for each event, from here to the end of the transaction: places are counted, ranks follow each other,
 * letters leave once, and the numbers of changes are seen in the order in which they were given.
 */
export async function holdCuration({ em }: Context, eventId: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('curation ' || ?, 0))`, [eventId])
}

const noEvent = () => new Refusal('NOT_FOUND', 'There is no such event.', 'eventId')
const noParticipation = () => new Refusal('NOT_FOUND', 'There is no such participation.', 'id')

/** An event of the desk's own centre, held. */
export async function holdEventOfDesk(ctx: Context, eventId: string): Promise<Event> {
  const { centerId } = ctx.actor
  if (centerId === null) throw noEvent()
  await holdCuration(ctx, eventId)
  return ctx.em.findOneOrFail(Event, { id: eventId, centerId }, { failHandler: noEvent })
}

/** An event that the actor sees: published, the centre's own, or one they take part in; held. */
export async function holdEvent(ctx: Context, eventId: string): Promise<Event> {
  await holdCuration(ctx, eventId)
  return ctx.em.findOneOrFail(Event, { id: eventId }, { failHandler: noEvent })
}

export interface Held {
  event: Event
  participation: Participation
}

/** A participation that is the desk's to decide, or one's own; its event is held, and then the row as it is by now. */
export async function holdParticipation(ctx: Context, id: string): Promise<Held> {
  const eventId = await readInside<string | null>(
    ctx.em,
    `select to_json(p.event_id)::text as json from participation p where p.id = $1::uuid and ${isOwnOrDesks('p')}`,
    [id],
  )
  if (eventId === null) throw noParticipation()
  const event = await holdEvent(ctx, eventId)
  const participation = await ctx.em.findOneOrFail(
    Participation,
    { id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, failHandler: noParticipation },
  )
  return { event, participation }
}

/** Participants of an event see each other elsewhere; here only the centre and who it is. */
export const isOwnOrDesks = (row: string) => `(${row}.center_id = scope_center()
  or coalesce(${row}.enterprise_id = any(scope_enterprises()), false)
  or coalesce(${row}.department_id = any(scope_departments()), false))`
