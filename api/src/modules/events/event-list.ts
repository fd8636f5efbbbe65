import type { Order } from '../../platform/page/keyset.ts'
import type { Conditions } from '../../platform/read/conditions.ts'
import { Refusal } from '../../platform/refusal.ts'
import { parseGlobalId } from '../../platform/global-id.ts'
import { isUuid } from '../../platform/id.ts'
import type { EventKind } from './event.entity.ts'
import { isPublicEvent } from './event.shape.ts'
import type { EventState } from './event.states.ts'

export interface EventFilter {
  words?: string | null
  states?: EventState[] | null
  kinds?: EventKind[] | null
  year?: number | null
  series?: string | null
}

/** The events that the desk who asks keeps; nobody else has a centre. */
export const ofOwnCenter = (conditions: Conditions): void => conditions.add('t.center_id = scope_center()')

export const ofEverybody = (conditions: Conditions): void => conditions.add(isPublicEvent('t'))

const longestWords = 100

/** An id of another kind, or of nothing, finds nothing: what may not be seen looks the same. */
export function narrowEvents(conditions: Conditions, filter: EventFilter): void {
  const { words, states, kinds, year, series } = filter
  if (words != null && words.length > longestWords)
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`words\` is longer than ${longestWords} characters.`,
      'filter.words',
    )
  for (const word of (words ?? '').replaceAll('\0', '').split(/\s+/).filter(Boolean))
    conditions.add(`strpos(lower(t.title), lower(${conditions.value(word.normalize('NFC'))}::text)) > 0`)
  if (states?.length) conditions.add(`t.state = any(${conditions.value(states)}::text[])`)
  if (kinds?.length) conditions.add(`t.kind = any(${conditions.value(kinds)}::text[])`)
  if (year != null) conditions.add(`t.year = ${conditions.value(year)}::integer`)
  if (series != null) conditions.add(`t.series_id = ${conditions.value(seriesKey(series))}::uuid`)
}

function seriesKey(id: string): string | null {
  const parsed = parseGlobalId(id)
  return parsed?.tag === 'series' && isUuid(parsed.key) ? parsed.key : null
}

/** The latest first, by their first day; without one, by their year. */
export const eventOrder: Order = {
  name: 'events',
  key: `(coalesce((select min(d.on_date) from event_day d where d.event_id = t.id), make_date(t.year, 12, 31)) - '1900-01-01'::date)::bigint`,
  type: 'bigint',
  isNullable: false,
  isDescending: true,
  id: { column: 't.id', type: 'uuid' },
}
