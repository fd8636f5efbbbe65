import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { EventName } from '../audit/event-names.ts'
import { record } from '../audit/record.ts'
import { reasonOf } from '../vetting/decide.ts'
import { onEventDesk } from './create-event.ts'
import { eventFactsSql, type EventFacts } from './event-facts.ts'
import { standingOf } from './event-standing.ts'
import type { Event } from './event.entity.ts'
import { eventSteps, type EventStep } from './event.states.ts'
import { lockEvent, type SeenEvent } from './find-event.ts'

/** What a step is called in the ledger. */
const names = {
  open: 'event.opened',
  close: 'event.closed',
  reopen: 'event.reopened',
  confirm: 'event.confirmed',
  unconfirm: 'event.unconfirmed',
  finish: 'event.finished',
  cancel: 'event.cancelled',
} as const satisfies Record<EventStep, EventName>

/** Steps that others have to live with: they take a reason. */
const withReason: readonly EventStep[] = ['unconfirm', 'cancel']

/** 행사 단계 — from the state the table says, on the version that was seen, when nothing it needs is lacking. */
export function takeEventStep(
  ctx: Context,
  step: EventStep,
  { id, expectedVersion }: SeenEvent,
  given: string | null,
): Promise<string> {
  return onEventDesk(ctx, async ctx => {
    const event = await lockEvent(ctx, id)
    if (event.version !== expectedVersion)
      throw new Refusal(
        'CONFLICT',
        `Somebody else has changed it: you have seen version ${expectedVersion}, it is at ${event.version} now.`,
        'expectedVersion',
        undefined,
        { version: event.version },
      )
    const { from, to } = eventSteps[step]
    if (!from.some(state => state === event.state))
      throw new Refusal('WRONG_STATE', `An event that is ${event.state} has no step "${step}".`, 'id')
    const reason = withReason.includes(step) || given !== null ? reasonOf(given ?? '') : null
    const passedOver = await assertReady(ctx, event, step, reason !== null)
    const before = event.state
    Object.assign(event, { state: to, updatedAt: ctx.now })
    record(
      ctx,
      names[step],
      { type: 'event', id },
      {
        from: before,
        to,
        version: event.version + 1,
        title: event.title,
        ...(passedOver.length > 0 ? { passedOver } : {}),
      },
      reason,
    )
    return id
  })
}

/** What a reason was given for, by code. */
async function assertReady(
  ctx: Context,
  event: Event,
  step: EventStep,
  hasReason: boolean,
): Promise<string[]> {
  const facts = await readInside<EventFacts>(
    ctx.em,
    `select ${eventFactsSql('e', '$2::uuid', '$3::date')}::text as json from event e where e.id = $1`,
    [event.id, ctx.actor.personId, ctx.today],
  )
  const block = standingOf(facts, ctx).blocked.find(({ action }) => action === step)
  if (!block) return []
  if (hasReason && block.yieldsToReason) return block.lacks.map(({ code }) => code)
  throw new Refusal('WRONG_STATE', block.lacks.map(({ reason }) => reason).join(' '), 'id', undefined, {
    lacks: block.lacks.map(({ code, count, names }) => ({ code, count, names })),
  })
}
