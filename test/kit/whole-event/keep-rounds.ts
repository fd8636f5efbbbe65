import { solved, step, type Timetable } from '../timetable.ts'
import { change, type Desk } from './desk.ts'

type Teller = Pick<Desk, 'app' | 'token'>

export interface Kept {
  meetings: number
  moved: number
  breaks: number | null
}

/** 시간표 — asked for, waited for, and published. */
export async function timeRound(desk: Teller, round: string, seconds: number): Promise<Timetable> {
  const draft = await solved(desk.app, desk.token, round.replace('round_', ''), seconds)
  if (draft.state !== 'DRAFT') throw new Error(`${draft.state}: ${draft.reason}`)
  return step(desk.app, desk.token, `publishTimetable(id: "${draft.id}")`)
}

/** 취소와 다시 짜기 — one meeting is off, somebody else comes in its stead, and as few as can be move. */
export async function replaceOne(desk: Teller, published: Timetable): Promise<Kept> {
  const { cells, id } = published
  const [off] = cells
  if (!off) throw new Error('The timetable is empty')
  const met = new Set(
    cells.filter(cell => cell.departmentId === off.departmentId).map(cell => cell.enterpriseId),
  )
  // Who is busy just then: so somebody has to move.
  const stead = cells.find(cell => cell.slotId === off.slotId && !met.has(cell.enterpriseId))
  if (!stead) throw new Error('The department meets everybody')
  await change(
    desk,
    `addMatch(enterprise: "${stead.enterpriseId}", department: "${off.departmentId}")`,
    '{ eventId }',
  )
  const because = `{ reason: "기업 사정으로 취소", cancelled: ["${off.matchId}"] }`
  const draft = await step(desk.app, desk.token, `replanTimetable(id: "${id}", because: ${because})`)
  const { cells: kept, diff, proof } = await step(desk.app, desk.token, `publishTimetable(id: "${draft.id}")`)
  return { meetings: kept.length, moved: diff?.moved ?? cells.length, breaks: proof?.value ?? null }
}
