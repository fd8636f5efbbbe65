import { addDays } from '../../../src/platform/day.ts'
import type { Occasion, Round, Slot } from './occasion.ts'
import { instantAt, madeAt, newRowId, type Stage } from './stage.ts'

interface Meeting {
  occasion: Occasion
  round: Round
  slot: Slot | null
  placeId: string
  matchId: string | null
  runId: string | null
  enterprise: string
  department: string | null
  isNoShow: boolean
  visitor?: string
}

/** 상담, planned or walked into. */
export function meetingRow(stage: Stage, meeting: Meeting) {
  const { occasion, round, slot } = meeting
  const row = {
    ...madeAt(stage, occasion.on),
    event_id: occasion.id,
    round_id: round.id,
    center_id: stage.centerId,
    match_id: meeting.matchId,
    run_id: meeting.runId,
    origin: slot === null ? 'walk_in' : 'timetable',
    enterprise_id: meeting.enterprise,
    department_id: meeting.department,
    visitor_department: meeting.visitor ?? null,
    slot_id: slot?.id ?? null,
    place_id: meeting.placeId,
    place_seat: 0,
    state: meeting.isNoShow ? 'no_show' : 'held',
    no_show_side: meeting.isNoShow ? 'department' : null,
    ended_at: meeting.isNoShow ? null : (slot?.endsAt ?? instantAt(occasion.on, '16:00')),
  }
  stage.rows.meeting.push(row)
  return row
}

const items = [
  '홍보물 인쇄',
  '청사 청소',
  '행사 도시락',
  '사무용 가구',
  '현수막 제작',
  '방역 소독',
  '음향 임대',
]
const results = ['quotation', 'material', 'meet_again', 'no_fit', 'quotation', 'contract'] as const

/** 상담 결과 as the enterprise wrote it down; every third leaves something to do. */
export function writeOutcome(stage: Stage, { id, on }: Occasion, meetingId: string, index: number) {
  const { random, rows } = stage
  const made = madeAt(stage, on, '17:00')
  const result = results[index % results.length] ?? 'no_fit'
  rows.outcome.push({
    ...made,
    meeting_id: meetingId,
    side: 'enterprise',
    result,
    won: result === 'no_fit' ? 0 : random.between(20, 600) * 100_000,
    item: items[index % items.length],
    entry_key: newRowId(stage, on),
  })
  if (index % 3 !== 0 || result === 'no_fit') return
  const isDone = index % 2 === 0
  rows.follow_up.push({
    ...madeAt(stage, on, '17:30'),
    event_id: id,
    meeting_id: meetingId,
    kind: index % 6 === 0 ? 'consultation' : 'step',
    what: result === 'quotation' ? '견적서 보내기' : '추가 상담 잡기',
    due_on: addDays(on, 14),
    done_on: isDone ? addDays(on, random.between(3, 20)) : null,
    result: isDone ? '전달함' : null,
  })
}

/** 현장 상담 at a booth: whoever came by, without a slot. */
export function addWalkIns(
  stage: Stage,
  occasion: Occasion,
  booths: { enterprise: string; placeId: string }[],
  { departments, count }: { departments: string[]; count: number },
) {
  const [round] = occasion.rounds
  if (!round) return
  for (let index = 0; index < count; index++) {
    const booth = booths[index % booths.length]
    if (!booth) return
    // Some say only where they are from.
    const department = index % 4 === 3 ? null : (departments[(index * 7) % departments.length] ?? null)
    const row = meetingRow(stage, {
      occasion,
      round,
      slot: null,
      placeId: booth.placeId,
      matchId: null,
      runId: null,
      enterprise: booth.enterprise,
      department,
      isNoShow: false,
      ...(department === null && { visitor: '지나가던 방문객' }),
    })
    if (index % 2 === 0) writeOutcome(stage, occasion, row.id, index)
  }
}
