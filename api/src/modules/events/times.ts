import type { Day } from '../../platform/day.ts'
import { Refusal } from '../../platform/refusal.ts'

const clock = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/
const minutesOfDay = 24 * 60

/** Minutes since midnight of a time as people write it, `09:30`; 24:00 is the end of the day. */
export function minutesOf(text: string, field: string): number {
  const parts = clock.exec(text)
  if (!parts)
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`${field}\` is not a time; expected HH:MM from 00:00 to 24:00, e.g. 09:30.`,
      field,
    )
  const [, hours, minutes] = parts
  return hours === undefined ? minutesOfDay : Number(hours) * 60 + Number(minutes)
}

/** From and until of a stretch within one day. */
export function stretchOf(from: string, until: string, fields: readonly [string, string]) {
  const stretch = { from: minutesOf(from, fields[0]), until: minutesOf(until, fields[1]) }
  if (stretch.until > stretch.from) return stretch
  throw new Refusal('BAD_USER_INPUT', `\`${fields[1]}\` is not after \`${fields[0]}\`.`, fields[1])
}

/** The instant so many minutes into a day in Seoul, which keeps no summer time. */
export const instantAt = (day: Day, minutes: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+09:00`) + minutes * 60_000)
