import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import type { Order } from '../../platform/page/keyset.ts'
import type { Conditions } from '../../platform/read/conditions.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { personOf, requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { FollowUp } from './outcome.entity.ts'
import { lockMeeting, type Seen } from './take-meeting-step.ts'

export interface FollowUpFilter {
  eventId: string | null
  isDone: boolean | null
  isOverdue: boolean | null
}

/** What the actor may see of follow-ups the database says; here it is only narrowed. */
export function narrowFollowUps(conditions: Conditions, asked: FollowUpFilter, today: string): void {
  const { eventId, isDone, isOverdue } = asked
  if (eventId !== null) conditions.add(`t.event_id = ${conditions.value(eventId)}::uuid`)
  if (isDone !== null) conditions.add(`t.done_on is ${isDone ? 'not null' : 'null'}`)
  if (isOverdue === null) return
  const isLate = `(t.done_on is null and t.due_on < ${conditions.value(today)}::date)`
  conditions.add(isOverdue ? isLate : `not ${isLate}`)
}

/** The earliest day first. */
export const followUpOrder: Order = {
  name: 'followups',
  key: `(t.due_on - '1900-01-01'::date)::bigint`,
  type: 'bigint',
  isNullable: false,
  isDescending: false,
  id: { column: 't.id', type: 'uuid' },
}

interface Done {
  result: string | null
  /** Null: today. */
  doneOn: string | null
}

/** 마침. */
export const finishFollowUp = (ctx: Context, seen: Seen, { result, doneOn }: Done) =>
  change(ctx, seen, (ctx, found) => {
    if (found.doneOn != null) throw new Refusal('WRONG_STATE', 'It is done already.', 'id')
    if (doneOn !== null && doneOn > ctx.today)
      throw new Refusal('BAD_USER_INPUT', 'What is done was not done in the future.', 'doneOn')
    found.doneOn = doneOn ?? ctx.today
    found.result = lineOrNothing(result, 'result', 500) ?? null
    tell(ctx, 'follow_up.done', found, found.doneOn)
  })

/** 다시 열기. */
export const reopenFollowUp = (ctx: Context, seen: Seen) =>
  change(ctx, seen, (ctx, found) => {
    if (found.doneOn == null) throw new Refusal('WRONG_STATE', 'It is still open.', 'id')
    found.doneOn = null
    tell(ctx, 'follow_up.reopened', found, null)
  })

/** 추가 개별 상담 — another consultation after the event, arranged by the centre. */
export function arrangeConsultation(
  ctx: Context,
  meetingId: string,
  { what, dueOn }: { what: string; dueOn: string },
): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const { eventId } = await lockMeeting(ctx, meetingId)
    const id = newId()
    const made = { createdAt: ctx.now, updatedAt: ctx.now }
    const text = lineOfText(what, 'what')
    ctx.em.create(FollowUp, { id, eventId, meetingId, kind: 'consultation', what: text, dueOn, ...made })
    record(ctx, 'follow_up.arranged', { type: 'follow_up', id }, { meetingId, dueOn })
    return id
  })
}

function change(
  ctx: Context,
  { id, expectedVersion }: Seen,
  work: (ctx: Context, found: FollowUp) => void,
): Promise<string> {
  personOf(ctx)
  return inScope(ctx, async ctx => {
    const found = await ctx.em.findOneOrFail(
      FollowUp,
      { id },
      {
        lockMode: LockMode.PESSIMISTIC_WRITE,
        failHandler: () => new Refusal('NOT_FOUND', 'There is no such follow-up.', 'id'),
      },
    )
    if (found.version !== expectedVersion)
      throw new Refusal('CONFLICT', 'Somebody else has changed it meanwhile.', 'expectedVersion', undefined, {
        version: found.version,
      })
    found.updatedAt = ctx.now
    work(ctx, found)
    return id
  })
}

const tell = (
  ctx: Context,
  name: 'follow_up.done' | 'follow_up.reopened',
  { id, meetingId }: FollowUp,
  to: string | null,
) => record(ctx, name, { type: 'follow_up', id }, { meetingId, changes: [{ field: 'doneOn', to }] })
