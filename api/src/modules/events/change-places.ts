import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { clearSpots } from './booked.ts'
import { EventSlot } from './event-day.entity.ts'
import { EventPlace, EventPlaceSlot } from './event-place.entity.ts'
import { EventRound } from './event.entity.ts'
import { changeSection } from './find-event.ts'
import { placeNames } from './place-names.ts'

/** What several places have in common; undefined leaves a thing as it is, null clears it. */
export interface PlaceValues {
  area?: string | null | undefined
  link?: string | null | undefined
  capacity?: number | null | undefined
  takesWalkIns?: boolean | null | undefined
  isAccessible?: boolean | null | undefined
}

export interface NewPlaces extends PlaceValues {
  kind: EventPlace['kind']
  /** One or many, `T1–T14`. */
  names: string
  /** Null: of all rounds. */
  round: string | null
}

const mostOfEvent = 1_000

/** 자리 추가 — many at once, alike but for their names. */
export const addPlaces = (ctx: Context, eventId: string, { kind, names, round, ...values }: NewPlaces) =>
  changeSection(ctx, 'event.places_added', { id: eventId }, async (ctx, event) => {
    const wanted = placeNames(names, 'places.names')
    const columns = placeColumns(values, kind, 'places')
    if (round !== null && !(await ctx.em.findOne(EventRound, { id: round, eventId: event.id })))
      throw new Refusal('NOT_FOUND', 'There is no such round of this event.', 'places.round')
    const stored = await ctx.em.find(EventPlace, { eventId: event.id })
    if (stored.length + wanted.length > mostOfEvent)
      throw new Refusal('BAD_USER_INPUT', `An event has at most ${mostOfEvent} places.`, 'places.names')
    const taken = stored.find(place => wanted.includes(place.name) && place.roundId === round)
    if (taken) throw new Refusal('CONFLICT', `There is a place "${taken.name}" already.`, 'places.names')
    const last = Math.max(0, ...stored.map(({ position }) => position))
    await insertRows(
      ctx.em,
      'event_place',
      wanted.map((name, index) => ({
        id: newId(),
        event_id: event.id,
        round_id: round,
        kind,
        name,
        area: columns.area ?? null,
        link: columns.link ?? null,
        capacity: columns.capacity ?? 1,
        takes_walk_ins: columns.takesWalkIns ?? kind === 'booth',
        is_accessible: columns.isAccessible ?? true,
        position: last + index + 1,
      })),
    )
    return { kind, places: wanted.length }
  })

/** 자리 고치기 — one or several alike. What a place does not hold any more is not held there silently. */
export const changePlaces = (
  ctx: Context,
  eventId: string,
  ids: readonly string[],
  values: PlaceValues,
  isConfirmed: boolean,
) =>
  changeSection(ctx, 'event.places_changed', { id: eventId }, async (ctx, event) => {
    const places = await placesOf(ctx, event.id, ids)
    const { capacity } = values
    const smaller = places.filter(place => capacity != null && capacity < place.capacity)
    for (const place of places) Object.assign(place, placeColumns(values, place.kind, 'changes'))
    const touched =
      capacity == null || smaller.length === 0
        ? {}
        : await clearSpots(ctx, { places: smaller.map(({ id }) => id), fromSeat: capacity }, isConfirmed)
    return { places: places.length, fields: Object.keys(placeColumns(values, null, 'changes')), ...touched }
  })

/** 자리 삭제. */
export const removePlaces = (ctx: Context, eventId: string, ids: readonly string[], isConfirmed: boolean) =>
  changeSection(ctx, 'event.places_removed', { id: eventId }, async (ctx, event) => {
    const places = await placesOf(ctx, event.id, ids)
    const keys = places.map(({ id }) => id)
    const touched = await clearSpots(ctx, { places: keys }, isConfirmed)
    await ctx.em.nativeDelete(EventPlace, { id: { $in: keys } })
    return { places: keys.length, ...touched }
  })

export interface PlaceHours {
  places: readonly string[]
  slots: readonly string[]
  /** 0 closes them; null: as the places are by themselves. */
  capacity: number | null
}

/** 칸별 정원 — what places hold in certain slots; 0 closes them. */
export const setPlaceHours = (ctx: Context, eventId: string, hours: PlaceHours, isConfirmed: boolean) =>
  changeSection(ctx, 'event.place_hours_set', { id: eventId }, async (ctx, event) => {
    const { capacity } = hours
    if (capacity !== null && (capacity < 0 || capacity > 100))
      throw new Refusal('BAD_USER_INPUT', `\`capacity\` is ${capacity}; expected 0 to 100.`, 'capacity')
    const places = await placesOf(ctx, event.id, hours.places)
    const slots = await ctx.em.find(EventSlot, { id: { $in: [...hours.slots] }, eventId: event.id })
    if (slots.length === 0 || slots.length !== new Set(hours.slots).size)
      throw new Refusal('NOT_FOUND', 'One of the slots is not of this event, or is gone.', 'slots')
    const keys = { places: places.map(({ id }) => id), slots: slots.map(({ id }) => id) }
    const touched = await clearHours(ctx, places, keys, capacity, isConfirmed)
    await ctx.em.nativeDelete(EventPlaceSlot, { placeId: { $in: keys.places }, slotId: { $in: keys.slots } })
    if (capacity !== null)
      await insertRows(
        ctx.em,
        'event_place_slot',
        keys.places.flatMap(place => keys.slots.map(slot => ({ place_id: place, slot_id: slot, capacity }))),
      )
    return { places: places.length, slots: slots.length, capacity, ...touched }
  })

/** Meetings on seats that there are no more: of each place by itself when it goes back to what it holds. */
async function clearHours(
  ctx: Context,
  places: readonly EventPlace[],
  keys: { places: string[]; slots: string[] },
  capacity: number | null,
  isConfirmed: boolean,
) {
  if (capacity !== null) return clearSpots(ctx, { ...keys, fromSeat: capacity }, isConfirmed)
  const total = { meetings: 0, drafted: 0 }
  for (const place of places) {
    const spots = { places: [place.id], slots: keys.slots, fromSeat: place.capacity }
    total.meetings += (await clearSpots(ctx, spots, isConfirmed)).meetings
  }
  return total
}

async function placesOf({ em }: Context, eventId: string, ids: readonly string[]): Promise<EventPlace[]> {
  const places = await em.find(EventPlace, { id: { $in: [...ids] }, eventId })
  if (places.length > 0 && places.length === new Set(ids).size) return places
  throw new Refusal('NOT_FOUND', 'One of the places is not of this event, or is gone.', 'places')
}

/** What was said, as it is stored; `kind` null: of any kind. */
function placeColumns(
  { area, link, capacity, takesWalkIns, isAccessible }: PlaceValues,
  kind: string | null,
  at: string,
) {
  if (capacity != null && (capacity < 1 || capacity > 100))
    throw new Refusal('BAD_USER_INPUT', `\`capacity\` is ${capacity}; expected 1 to 100.`, `${at}.capacity`)
  const address = link === undefined ? undefined : linkOf(link, `${at}.link`)
  if (address && kind !== null && kind !== 'video')
    throw new Refusal('BAD_USER_INPUT', 'Only a video room has an address.', `${at}.link`)
  return {
    ...(area !== undefined && { area: lineOrNothing(area, `${at}.area`, 60) ?? null }),
    ...(address !== undefined && { link: address }),
    ...(capacity != null && { capacity }),
    ...(takesWalkIns != null && { takesWalkIns }),
    ...(isAccessible != null && { isAccessible }),
  }
}

/** Where a room is on the net: encrypted, and nothing that a browser would run. */
function linkOf(text: string | null, field: string): string | null {
  const link = lineOrNothing(text, field, 500) ?? null
  if (link === null) return null
  if (URL.canParse(link) && new URL(link).protocol === 'https:' && link.startsWith('https://')) return link
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` is not an address that begins with https://.`, field)
}
