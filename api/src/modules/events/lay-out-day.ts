import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { Refusal } from '../../platform/refusal.ts'
import { assertUnused, clearSpots } from './booked.ts'
import { EventDay, EventSlot } from './event-day.entity.ts'
import { EventRound } from './event.entity.ts'
import { changeSection } from './find-event.ts'
import { slotsOfDay } from './slots-of-day.ts'
import { instantAt, stretchOf } from './times.ts'

export interface DayHours {
  on: Day
  from: string
  until: string
  lunchFrom: string | null
  lunchUntil: string | null
  /** Null: as the event has it. */
  slotMinutes: number | null
  gapMinutes: number | null
}

const mostDays = 60

/** 시간 칸 만들기 — a day of a round with its slots; a slot that stays as it was keeps its meetings. */
export async function layOutDay(
  ctx: Context,
  eventId: string,
  roundId: string,
  hours: DayHours,
  isConfirmed: boolean,
) {
  return changeSection(ctx, 'event.day_laid_out', { id: eventId }, async (ctx, event) => {
    const round = await ctx.em.findOne(EventRound, { id: roundId, eventId })
    if (!round) throw new Refusal('NOT_FOUND', 'There is no such round of this event.', 'round')
    assertRange('slotMinutes', hours.slotMinutes, 5, 480)
    assertRange('gapMinutes', hours.gapMinutes, 0, 240)
    const slotMinutes = hours.slotMinutes ?? event.slotMinutes
    const gapMinutes = hours.gapMinutes ?? event.gapMinutes
    const slots = slotsOfDay({
      ...stretchOf(hours.from, hours.until, ['from', 'until']),
      lunch: lunchOf(hours),
      slotMinutes,
      gapMinutes,
    })
    const day = await dayOf(ctx, round, hours.on)
    const wanted = slots.map(({ from, until, session }) => ({
      session,
      startsAt: instantAt(hours.on, from),
      endsAt: instantAt(hours.on, until),
    }))
    return { on: hours.on, ...(await replaceSlots(ctx, day, wanted, isConfirmed)) }
  })
}

/** 날 삭제 — with its slots and its programme. */
export const removeDay = (ctx: Context, eventId: string, dayId: string, isConfirmed: boolean) =>
  changeSection(ctx, 'event.day_removed', { id: eventId }, async ctx => {
    const day = await ctx.em.findOne(EventDay, { id: dayId, eventId })
    if (!day) throw new Refusal('NOT_FOUND', 'There is no such day of this event.', 'day')
    await assertUnused(ctx, 'day', [dayId])
    const touched = await dropSlots(ctx, await ctx.em.find(EventSlot, { dayId }), isConfirmed)
    await ctx.em.nativeDelete(EventDay, { id: dayId })
    return { on: day.onDate, ...touched }
  })

/** 시간 칸 삭제 — some of them, such as those of a speech. */
export const removeSlots = (
  ctx: Context,
  eventId: string,
  slotIds: readonly string[],
  isConfirmed: boolean,
) =>
  changeSection(ctx, 'event.slots_removed', { id: eventId }, async ctx => {
    const slots = await ctx.em.find(EventSlot, { id: { $in: [...slotIds] }, eventId })
    if (slots.length !== new Set(slotIds).size)
      throw new Refusal('NOT_FOUND', 'One of the slots is not of this event, or is gone.', 'slots')
    return { slots: slots.length, ...(await dropSlots(ctx, slots, isConfirmed)) }
  })

function lunchOf({ lunchFrom, lunchUntil }: DayHours) {
  if (lunchFrom === null && lunchUntil === null) return null
  if (lunchFrom === null || lunchUntil === null)
    throw new Refusal('BAD_USER_INPUT', 'A lunch break has a beginning and an end.', 'lunchUntil')
  return stretchOf(lunchFrom, lunchUntil, ['lunchFrom', 'lunchUntil'])
}

function assertRange(name: string, value: number | null, least: number, most: number) {
  if (value !== null && (value < least || value > most))
    throw new Refusal('BAD_USER_INPUT', `\`${name}\` is ${value}; expected ${least} to ${most}.`, name)
}

/** The day of the round, begun when there is none yet. */
async function dayOf({ em }: Context, { id, eventId }: EventRound, on: Day): Promise<EventDay> {
  const known = await em.findOne(EventDay, { roundId: id, onDate: on })
  if (known) return known
  if ((await em.count(EventDay, { eventId })) >= mostDays)
    throw new Refusal('BAD_USER_INPUT', `An event has at most ${mostDays} days.`, 'on')
  const day = em.create(EventDay, { id: newId(), eventId, roundId: id, onDate: on })
  await em.flush()
  return day
}

type Wanted = Pick<EventSlot, 'session' | 'startsAt' | 'endsAt'>

async function replaceSlots(ctx: Context, day: EventDay, wanted: Wanted[], isConfirmed: boolean) {
  const stored = await ctx.em.find(EventSlot, { dayId: day.id })
  const isSame = (a: Wanted, b: Wanted) =>
    a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime()
  const touched = await dropSlots(
    ctx,
    stored.filter(slot => !wanted.some(each => isSame(each, slot))),
    isConfirmed,
  )
  for (const slot of stored) slot.session = wanted.find(each => isSame(each, slot))?.session ?? slot.session
  const added = wanted.filter(each => !stored.some(slot => isSame(each, slot)))
  await insertRows(
    ctx.em,
    'event_slot',
    added.map(({ session, startsAt, endsAt }) => ({
      id: newId(),
      event_id: day.eventId,
      day_id: day.id,
      session,
      starts_at: startsAt,
      ends_at: endsAt,
    })),
  )
  return { slots: wanted.length, ...touched }
}

async function dropSlots(ctx: Context, slots: readonly EventSlot[], isConfirmed: boolean) {
  if (slots.length === 0) return { meetings: 0, drafted: 0 }
  const ids = slots.map(({ id }) => id)
  const touched = await clearSpots(ctx, { slots: ids }, isConfirmed)
  await ctx.em.nativeDelete(EventSlot, { id: { $in: ids } })
  return touched
}
