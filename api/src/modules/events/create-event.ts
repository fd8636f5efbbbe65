import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { Center } from '../accounts/center.entity.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { eventColumns, type EventValues } from './event-values.ts'
import { Event, EventRound, EventSeries, type EventKind } from './event.entity.ts'
import { assertGoesOn, lockEvent, type SeenEvent } from './find-event.ts'

export interface NewEvent extends EventValues {
  /** Name of what it is an edition of; a new one begins a series. */
  series: string
  /** Null: the next one. */
  edition: number | null
  kind: EventKind
  title: string
  year: number
}

const mostEditions = 500

/** 행사 만들기 — a draft with one round; the edition goes on from the last of its series. */
export function createEvent(ctx: Context, { series, edition, ...values }: NewEvent): Promise<string> {
  return onEventDesk(ctx, async (ctx, centerId) => {
    if (edition !== null && (edition < 1 || edition > mostEditions))
      throw new Refusal(
        'BAD_USER_INPUT',
        `\`edition\` is ${edition}; expected 1 to ${mostEditions}.`,
        'input.edition',
      )
    const { kind, title, year, ...columns } = await eventColumns(ctx, values, 'input')
    const seriesId = await seriesNamed(ctx, centerId, lineOfText(series, 'input.series', 120))
    const event = ctx.em.create(Event, {
      id: newId(),
      centerId,
      seriesId,
      edition: await freeEdition(ctx, seriesId, edition),
      kind: kind ?? values.kind,
      title: title ?? values.title,
      year: year ?? values.year,
      state: 'draft',
      ...columns,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    await ctx.em.flush()
    ctx.em.create(EventRound, { id: newId(), eventId: event.id, number: 1, title: '1회차' })
    record(
      ctx,
      'event.created',
      { type: 'event', id: event.id },
      { version: 1, title: event.title, kind: event.kind, edition: event.edition },
    )
    return event.id
  })
}

/** 행사 고치기 — what holds for an event as a whole. */
export function changeEvent(ctx: Context, seen: SeenEvent, changes: EventValues): Promise<string> {
  return onEventDesk(ctx, async ctx => {
    const event = await lockEvent(ctx, seen.id)
    assertGoesOn(event)
    await saveChanges(ctx, {
      row: event,
      expectedVersion: seen.expectedVersion,
      stored: event,
      patch: await eventColumns(ctx, changes, 'changes'),
      event: 'event.changed',
      subject: { type: 'event', id: event.id },
    })
    return event.id
  })
}

export function onEventDesk<T>(
  ctx: Context,
  work: (ctx: Context, centerId: string) => Promise<T>,
): Promise<T> {
  requireRole(ctx, 'staff', 'lead')
  const { centerId } = ctx.actor
  if (centerId === null) throw new Refusal('FORBIDDEN', 'You belong to no centre yet; ask your lead.')
  return inScope(ctx, within => work(within, centerId))
}

/** One at a time for each centre, so that two first editions never begin two series of one name. */
async function seriesNamed({ em, now }: Context, centerId: string, name: string): Promise<string> {
  await em.findOneOrFail(Center, { id: centerId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const known = await em.findOne(EventSeries, { centerId, name })
  if (known) return known.id
  const series = em.create(EventSeries, { id: newId(), centerId, name, createdAt: now })
  await em.flush()
  return series.id
}

/** The next edition, or the one wanted if there is none of that number yet. */
export async function freeEdition({ em }: Context, seriesId: string, wanted: number | null): Promise<number> {
  const editions = (await em.find(Event, { seriesId })).map(({ edition }) => edition)
  if (wanted === null) return Math.max(0, ...editions) + 1
  if (!editions.includes(wanted)) return wanted
  throw new Refusal('CONFLICT', `There is an edition ${wanted} of this series already.`, 'input.edition')
}
