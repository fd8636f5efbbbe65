import { v7 } from 'uuid'
import { addDays, type Day } from '../../src/platform/day.ts'
import { Random } from './random.ts'
import { newSituations, type Situations } from './situations.ts'

/** What everything in a demo is made with: chance, and the day it looks back from. */
export interface World {
  random: Random
  today: Day
  situations: Situations
}

export const newWorld = (seed: number, today: Day): World => ({
  random: new Random(seed),
  today,
  situations: newSituations(),
})

/** The columns every edited row begins with: made on a working morning so many days ago. */
export function edited({ random, today }: World, daysAgo: number) {
  const madeAt = Date.parse(`${addDays(today, -daysAgo)}T09:00:00+09:00`) + random.between(0, 8 * 3600_000)
  const instant = new Date(madeAt).toISOString()
  return { id: idAt(random, madeAt), version: 1, created_at: instant, updated_at: instant }
}

/** Ids of a demo repeat as well, and sort by the instant like those that operations make. */
export function idAt(random: Random, instant: number): string {
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  for (let offset = 0; offset < 16; offset += 4) view.setUint32(offset, random.bits())
  return v7({ msecs: instant, random: bytes })
}

/** An id for a row that has no instant of its own. */
export function newId({ random, today }: World): string {
  return idAt(random, Date.parse(`${today}T00:00:00+09:00`))
}

/** How many days lie between; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The same day so many years later; 29 February becomes 1 March. */
export function addYears(day: Day, years: number): Day {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCFullYear(moved.getUTCFullYear() + years)
  return moved.toISOString().slice(0, 10)
}
