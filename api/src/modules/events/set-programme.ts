import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import { EventDay, ProgrammeItem } from './event-day.entity.ts'
import { changeSection, type SeenEvent } from './find-event.ts'
import { assertCount, keptOf } from './set-rounds.ts'
import { instantAt, stretchOf } from './times.ts'

export interface ProgrammeValues {
  day: string
  from: string
  until: string
  title: string
  place: string | null
}

/** 프로그램 저장 — as a whole. */
export const setProgramme = (ctx: Context, seen: SeenEvent, items: readonly ProgrammeValues[]) =>
  changeSection(ctx, 'event.programme_set', seen, async (ctx, event) => {
    assertCount(items.length, 200, 'items')
    const days = await ctx.em.find(EventDay, { eventId: event.id })
    const values = items.map(({ day, from, until, title, place }, index) => {
      const at = `items.${index}`
      const { id, onDate } = keptOf(days, day, 'items')
      const stretch = stretchOf(from, until, [`${at}.from`, `${at}.until`])
      return {
        dayId: id,
        startsAt: instantAt(onDate, stretch.from),
        endsAt: instantAt(onDate, stretch.until),
        title: lineOfText(title, `${at}.title`, 120),
        place: lineOrNothing(place, `${at}.place`, 120) ?? null,
      }
    })
    await ctx.em.nativeDelete(ProgrammeItem, { eventId: event.id })
    for (const value of values) ctx.em.create(ProgrammeItem, { id: newId(), eventId: event.id, ...value })
    return { items: values.length }
  })
