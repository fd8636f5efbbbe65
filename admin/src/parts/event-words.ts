import type { EnumOf } from '../api/graphql.ts'
import { t } from '../locales/events-text.ts'
import type { Tone } from '../ui/AppBadge.vue'
import { day } from './format/day.ts'

type Key = Parameters<typeof t>[0]
export type EventKind = EnumOf<'EventKind'>
export type EventState = EnumOf<'EventState'>

const kinds = {
  BRIEFING: 'event.briefing',
  CONSULTATION: 'event.consultation',
  MATCHING_DAY: 'event.matchingDay',
} as const satisfies Record<EventKind, Key>
export const eventKindText = (kind: EventKind): string => t(kinds[kind])

const states = {
  DRAFT: { tone: 'plain', key: 'event.draft' },
  OPEN: { tone: 'info', key: 'event.open' },
  CURATING: { tone: 'warn', key: 'event.curating' },
  CONFIRMED: { tone: 'good', key: 'event.confirmed' },
  HELD: { tone: 'plain', key: 'event.held' },
  CANCELLED: { tone: 'bad', key: 'event.cancelled' },
} as const satisfies Record<EventState, { tone: Tone; key: Key }>

export const eventBadge = (state: EventState): { tone: Tone; text: string } => ({
  tone: states[state].tone,
  text: t(states[state].key),
})

/** The days of an event: one, from the first to the last, or none yet. */
export function eventDays({
  firstDay,
  lastDay,
}: {
  firstDay: string | null
  lastDay: string | null
}): string {
  if (firstDay === null || lastDay === null) return t('event.noDay')
  if (firstDay === lastDay) return t('event.oneDay', { day: day(firstDay) })
  return t('event.days', { first: day(firstDay), last: day(lastDay) })
}
