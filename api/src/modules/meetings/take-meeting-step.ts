import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import type { EventName } from '../audit/event-names.ts'
import { record } from '../audit/record.ts'
import { Meeting, MeetingSeat } from './meeting.entity.ts'
import { allowedMeetingActions, seatless, type MeetingAction } from './meeting.states.ts'
import { assertKey, hasArrived, type SentLater } from './sent-later.ts'

/** A meeting, and the version of it that whoever changes it has seen. */
export interface Seen extends SentLater {
  id: string
  expectedVersion: number
}

type Work = (ctx: Context, meeting: Meeting) => Promise<void> | void

/** Takes one step of a meeting at the desk, or refuses: on the version that was seen, when the table allows it. */
export function takeMeetingStep(
  ctx: Context,
  action: MeetingAction,
  { id, expectedVersion, entryKey }: Seen,
  work: Work,
): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  if (entryKey != null) assertKey(entryKey)
  return inScope(ctx, async ctx => {
    const meeting = await lockMeeting(ctx, id)
    if (entryKey != null && (await hasArrived(ctx, meeting.id, entryKey))) return meeting.id
    if (meeting.version !== expectedVersion)
      throw new Refusal(
        'CONFLICT',
        `Somebody else has changed the meeting since version ${expectedVersion}: it is ${meeting.state} now.`,
        'expectedVersion',
        undefined,
        { version: meeting.version, state: meeting.state },
      )
    await assertAllowed(ctx, action, meeting)
    await work(ctx, meeting)
    return meeting.id
  })
}

async function assertAllowed(ctx: Context, action: MeetingAction, meeting: Meeting): Promise<void> {
  const onDate = await dayOf(ctx, meeting)
  const { state, startedAt, updatedAt: changedAt } = meeting
  const standing = { state, hasStarted: startedAt != null, changedAt, onDate }
  if (allowedMeetingActions(standing, ctx.now, ctx.today).includes(action)) return
  throw new Refusal(
    'WRONG_STATE',
    onDate !== null && ctx.today < onDate
      ? `The meeting is on ${onDate}; the step "${action}" is of that day.`
      : `A meeting that is ${meeting.state} has no step "${action}" now.`,
    'id',
    undefined,
    { state: meeting.state },
  )
}

export const dayOf = ({ em }: Context, { slotId }: Meeting): Promise<string | null> =>
  readInside<string | null>(
    em,
    `select to_json((select d.on_date from event_slot s join event_day d on d.id = s.day_id where s.id = $1))::text as json`,
    [slotId],
  )

/** Of the centre of who asks; any other looks like what never was. */
export const lockMeeting = ({ em, actor }: Context, id: string): Promise<Meeting> =>
  em.findOneOrFail(
    Meeting,
    { id, ...(actor.centerId === null ? {} : { centerId: actor.centerId }) },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such meeting.', 'id'),
    },
  )

export interface Change {
  field: string
  from: string | null
  to: string | null
}

/** The new state and its ledger row; whoever no longer meets gives the seats back. */
export async function changeState(
  ctx: Context,
  meeting: Meeting,
  to: Meeting['state'],
  event: EventName,
  { reason = null, ...detail }: { reason?: string | null; [more: string]: unknown } = {},
): Promise<void> {
  const changes: Change[] = [{ field: 'state', from: meeting.state, to }]
  meeting.state = to
  meeting.updatedAt = ctx.now
  if (seatless.includes(to)) await ctx.em.nativeDelete(MeetingSeat, { meetingId: meeting.id })
  record(ctx, event, { type: 'meeting', id: meeting.id }, { changes, ...detail }, reason)
}
