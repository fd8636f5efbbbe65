import type { CertifiedPeriod } from '../documents.ts'

/**
 * When each kind of certification counts, as ranges of days that a filter can compare with the day
 * asked for: `certified.<kind>.p0.from <= 20260101 AND certified.<kind>.p0.until >= 20260101`.
 * Nothing in the index says "valid"; so nothing has to be changed at midnight, when a certificate
 * lapses, and a search about another day is as right as one about today.
 *
 * A kind that lapsed and was granted anew has several ranges with a gap between them. They must be
 * compared one by one, hence the numbered fields: in an array of ranges Meilisearch would take the
 * beginning of one together with the end of another, and call the gap certified.
 */
export type CertifiedDays = Record<string, Record<string, { from: number; until: number }>>

/** Ranges of one kind that are kept, the latest. Renewals without a gap are one range. */
const MOST_RANGES = 4

const FIRST_DAY = 0
const LAST_DAY = 99991231

export function certifiedDays(periods: readonly CertifiedPeriod[]): CertifiedDays {
  const days: CertifiedDays = {}
  for (const [kind, ofKind] of Map.groupBy(periods, period => period.kind)) {
    assertFieldName(kind)
    const ranges = merge(ofKind).slice(-MOST_RANGES)
    days[kind] = Object.fromEntries(ranges.map((range, place) => [`p${place}`, range]))
  }
  return days
}

/** The filter for one kind on a day (`YYYY-MM-DD`); for a name that no kind can have, one that nothing passes. */
export function certifiedFilter(kind: string, day: string): string {
  if (!isFieldName(kind)) return NOTHING
  const number = dayNumber(day)
  const ranges = Array.from({ length: MOST_RANGES }, (_, place) => `certified.${kind}.p${place}`)
  return ranges.map(range => `(${range}.from <= ${number} AND ${range}.until >= ${number})`).join(' OR ')
}

export const NOTHING = 'id IN []'

/** A kind becomes part of a field's name, where a stray sign would be read as part of the filter. */
function isFieldName(kind: string): boolean {
  return /^[A-Za-z0-9_]+$/.test(kind)
}

function assertFieldName(kind: string): void {
  if (!isFieldName(kind))
    throw new TypeError(`a certification kind is letters, figures and _ only, not ${kind}`)
}

function merge(periods: readonly CertifiedPeriod[]): { from: number; until: number }[] {
  const ranges = periods
    .map(({ from, until }) => ({
      from: from === null ? FIRST_DAY : dayNumber(from),
      until: until === null ? LAST_DAY : dayNumber(until),
    }))
    .filter(({ from, until }) => from <= until)
    .sort((a, b) => a.from - b.from)
  const merged: { from: number; until: number }[] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last !== undefined && range.from <= dayAfter(last.until))
      last.until = Math.max(last.until, range.until)
    else merged.push(range)
  }
  return merged
}

function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''))
}

function dayAfter(day: number): number {
  if (day === LAST_DAY) return LAST_DAY
  const date = new Date(
    Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, (day % 100) + 1),
  )
  return dayNumber(date.toISOString().slice(0, 10))
}
