import type { Context } from '../../platform/context.ts'
import { addDays, type Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { record } from '../audit/record.ts'
import { freeEdition, onEventDesk } from './create-event.ts'
import { EventDay, EventSlot, ProgrammeItem } from './event-day.entity.ts'
import { EventPlace, EventPlaceSlot } from './event-place.entity.ts'
import { Event, EventQuota, EventRound, ParticipantGroup } from './event.entity.ts'

export interface CopyWishes {
  /** Null: the year after the one copied. */
  year: number | null
  title: string | null
  /** Null: the same weekday so many years later. */
  firstDay: Day | null
}

/** Fifty-two weeks: the same weekday, which matters more to people than the same date. */
const yearOfWeeks = 364
const dayMs = 86_400_000

/** 작년 행사 복사 — the next edition as a draft: all that was planned, nobody who took part. */
export function copyEvent(ctx: Context, id: string, wishes: CopyWishes): Promise<string> {
  return onEventDesk(ctx, async (ctx, centerId) => {
    const source = await ctx.em.findOneOrFail(
      Event,
      { id, centerId },
      { failHandler: () => new Refusal('NOT_FOUND', 'There is no such event.', 'id') },
    )
    const year = wishes.year ?? source.year + 1
    if (year < 2000 || year > 2100)
      throw new Refusal('BAD_USER_INPUT', `\`year\` is ${year}; expected 2000 to 2100.`, 'input.year')
    const shift = await shiftOf(ctx, source, year, wishes.firstDay)
    const copy = ctx.em.create(Event, {
      ...keptOnCopy(source),
      id: newId(),
      year,
      edition: await freeEdition(ctx, source.seriesId, null),
      title:
        wishes.title === null
          ? source.title.replaceAll(String(source.year), String(year))
          : lineOfText(wishes.title, 'input.title', 120),
      state: 'draft',
      applyUntil: later(source.applyUntil, shift),
      wishesUntil: later(source.wishesUntil, shift),
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    await ctx.em.flush()
    await copyParts(ctx, source.id, copy.id, shift)
    record(
      ctx,
      'event.copied',
      { type: 'event', id: copy.id },
      { version: 1, of: source.id, title: copy.title, edition: copy.edition, days: shift },
    )
    return copy.id
  })
}

const keptOnCopy = ({
  centerId,
  seriesId,
  kind,
  host,
  venue,
  summary,
  requirementSetSeriesId,
  replyDays,
  enterprisesWanted,
  departmentsWanted,
  slotMinutes,
  gapMinutes,
  fairness,
}: Event) => ({
  ...{ centerId, seriesId, kind, host, venue, summary, requirementSetSeriesId, replyDays },
  ...{ enterprisesWanted, departmentsWanted, slotMinutes, gapMinutes, fairness },
})

/** Days by which everything moves. */
async function shiftOf({ em }: Context, source: Event, year: number, firstDay: Day | null): Promise<number> {
  const byYear = yearOfWeeks * (year - source.year)
  if (firstDay === null) return byYear
  const [first] = await em.find(EventDay, { eventId: source.id }, { orderBy: { onDate: 'asc' }, limit: 1 })
  return first ? Math.round((Date.parse(firstDay) - Date.parse(first.onDate)) / dayMs) : byYear
}

const later = (instant: Date | null | undefined, days: number): Date | null =>
  instant ? new Date(instant.getTime() + days * dayMs) : null

async function copyParts({ em }: Context, from: string, to: string, shift: number) {
  const ofSource = { eventId: from }
  const rounds = renamed(await em.find(EventRound, ofSource))
  const days = renamed(await em.find(EventDay, ofSource))
  const slots = renamed(await em.find(EventSlot, ofSource))
  const places = renamed(await em.find(EventPlace, ofSource))
  const groups = renamed(await em.find(ParticipantGroup, ofSource))
  const write = <Row extends object>(table: string, rows: readonly Row[]) =>
    insertRows(
      em,
      table,
      rows.map(row => ({ event_id: to, ...row })),
    )
  await write(
    'event_round',
    rounds.list.map(({ id, row }) => ({
      ...{ id, number: row.number, title: row.title, theme: row.theme, is_online: row.isOnline },
      travel_minutes: row.travelMinutes,
    })),
  )
  await write(
    'event_day',
    days.list.map(({ id, row }) => ({
      id,
      round_id: rounds.of(row.roundId),
      on_date: addDays(row.onDate, shift),
    })),
  )
  await write(
    'event_slot',
    slots.list.map(({ id, row }) => ({ id, session: row.session, ...timed(row, days, shift) })),
  )
  const programme = renamed(await em.find(ProgrammeItem, ofSource))
  await write(
    'programme_item',
    programme.list.map(({ id, row }) => ({
      id,
      title: row.title,
      place: row.place,
      ...timed(row, days, shift),
    })),
  )
  await write(
    'event_place',
    places.list.map(({ id, row }) => ({
      ...{ id, kind: row.kind, name: row.name, area: row.area, link: row.link, capacity: row.capacity },
      ...{ takes_walk_ins: row.takesWalkIns, is_accessible: row.isAccessible, position: row.position },
      round_id: row.roundId ? rounds.of(row.roundId) : null,
    })),
  )
  const hours = await em.find(EventPlaceSlot, { placeId: { $in: places.list.map(({ row }) => row.id) } })
  await insertRows(
    em,
    'event_place_slot',
    hours.map(({ placeId, slotId, capacity }) => ({
      place_id: places.of(placeId),
      slot_id: slots.of(slotId),
      capacity,
    })),
  )
  await write(
    'participant_group',
    groups.list.map(({ id, row }) => ({ id, name: row.name, note: row.note })),
  )
  const quotas = renamed(await em.find(EventQuota, ofSource))
  await write(
    'event_quota',
    quotas.list.map(({ id, row }) => ({
      ...{ id, what: row.what, minimum: row.minimum, maximum: row.maximum },
      value: row.what === 'group' && row.value ? groups.of(row.value) : row.value,
    })),
  )
}

type Renamed<Row> = ReturnType<typeof renamed<Row & { id: string }>>

/** Rows with the ids that their copies get. */
function renamed<Row extends { id: string }>(rows: readonly Row[]) {
  const list = rows.map(row => ({ id: newId(), row }))
  const ids = new Map(list.map(({ id, row }) => [row.id, id]))
  return {
    list,
    of: (id: string): string => {
      const copy = ids.get(id)
      if (copy === undefined) throw new Error(`${id} was not copied`)
      return copy
    },
  }
}

const timed = (
  { dayId, startsAt, endsAt }: Pick<EventSlot, 'dayId' | 'startsAt' | 'endsAt'>,
  days: Pick<Renamed<EventDay>, 'of'>,
  shift: number,
) => ({ day_id: days.of(dayId), starts_at: later(startsAt, shift), ends_at: later(endsAt, shift) })
