import type { Day } from '../../../src/platform/day.ts'
import { Random } from '../random.ts'
import { idAt } from '../world.ts'
import { emptyEventRows, type EventRows } from './rows.ts'

/** What every event of the demo is made with: chance, whose they are, and the rows so far. */
export interface Stage {
  random: Random
  centerId: string
  /** Who decided and wrote things down. */
  staffId: string | null
  rows: EventRows
}

export const newStage = (seed: number, centerId: string, staffId: string | null): Stage => ({
  random: new Random(seed),
  centerId,
  staffId,
  rows: emptyEventRows(),
})

export const instantAt = (day: Day, time: string): string => new Date(`${day}T${time}:00+09:00`).toISOString()

/** The columns every edited row begins with. */
export function madeAt({ random }: Stage, day: Day, time = '10:00') {
  const instant = instantAt(day, time)
  return { id: idAt(random, Date.parse(instant)), version: 1, created_at: instant, updated_at: instant }
}

export const newRowId = ({ random }: Stage, day: Day): string =>
  idAt(random, Date.parse(instantAt(day, '09:00')))
