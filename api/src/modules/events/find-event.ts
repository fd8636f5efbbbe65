import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import type { EventName } from '../audit/event-names.ts'
import { record } from '../audit/record.ts'
import { isOpenToChange } from './event-standing.ts'
import { Event } from './event.entity.ts'

/** An event, and the version of it that whoever changes it has seen. */
export interface SeenEvent {
  id: string
  expectedVersion: number
}

type Work = (ctx: Context, event: Event) => Promise<Record<string, unknown> | null>

/**
 * Changes a section of an event, and writes what has become of it to the ledger; nothing where the work says null.
 * Sections are saved apart: somebody else's save of another one stands in nobody's way.
 */
export function changeSection(
  ctx: Context,
  name: EventName,
  { id, expectedVersion }: { id: string; expectedVersion?: number },
  work: Work,
): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const event = await lockEvent(ctx, id)
    assertGoesOn(event)
    if (expectedVersion !== undefined && expectedVersion !== event.version)
      await assertUntouched(ctx, event, expectedVersion, name)
    const detail = await work(ctx, event)
    if (detail) await noteChange(ctx, event, name, detail)
    return id
  })
}

/** What another centre keeps and what never was look the same. One at a time for each event. */
export const lockEvent = ({ em, actor }: Context, id: string): Promise<Event> =>
  em.findOneOrFail(
    Event,
    { id, centerId: actor.centerId },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such event.', 'id'),
    },
  )

export function assertGoesOn({ state }: Event): void {
  if (!isOpenToChange({ isDesk: true, state }))
    throw new Refusal('WRONG_STATE', `An event that is ${state} is not changed any more.`, 'id')
}

async function noteChange(ctx: Context, event: Event, name: EventName, detail: Record<string, unknown>) {
  await ctx.em.flush()
  await ctx.em.execute('update event set version = version + 1, updated_at = ? where id = ?', [
    ctx.now,
    event.id,
  ])
  record(ctx, name, { type: 'event', id: event.id }, { version: event.version + 1, ...detail })
}

interface Touch {
  by: string | null
  at: string
}

async function assertUntouched(ctx: Context, event: Event, expectedVersion: number, name: EventName) {
  const touch = await readInside<Touch | null>(
    ctx.em,
    `select (
       select json_build_object('at', l.at, 'by', (select p.name from person p where p.id = l.actor_id))
       from ledger l where l.subject_type = 'event' and l.subject_id = $1 and l.name = $2
         and (l.detail->>'version')::integer > $3 order by l.id desc limit 1)::text as json`,
    [event.id, name, expectedVersion],
  )
  if (touch)
    throw new Refusal(
      'CONFLICT',
      `Somebody else has changed this part: you have seen version ${expectedVersion}, it is at ${event.version} now.`,
      'expectedVersion',
      undefined,
      { version: event.version, ...touch },
    )
}
