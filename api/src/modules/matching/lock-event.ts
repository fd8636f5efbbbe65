import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'

/** One change of an event's matches or timetables at a time; an event of another centre is none. */
export async function lockEvent({ em }: Context, eventId: string): Promise<void> {
  const found = await readInside<boolean | null>(
    em,
    `select true::text as json from event e where e.id = $1::uuid and e.center_id = scope_center() for update`,
    [eventId],
  )
  if (found === null) throw new Refusal('NOT_FOUND', 'There is no such event.', 'event')
}
