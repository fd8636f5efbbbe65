import { meetingsByParticipant, type Instance } from '../instance.ts'
import { openSlots } from '../windows.ts'
import { crowdedMeetings } from './crowded.ts'
import { orderReason } from './order-reason.ts'
import { meetingName, numbers, sessionName } from './words.ts'

/** Why there can be no timetable, where counting is enough to see it; null otherwise. */
export function plainReason(instance: Instance): string | null {
  const open = openSlots(instance)
  return (
    noSlotReason(instance, open) ??
    busyPersonReason(instance, open) ??
    tablesReason(instance, open) ??
    orderReason(instance, open)
  )
}

function noSlotReason(instance: Instance, open: readonly number[][]): string | null {
  const meeting = open.findIndex(slots => slots.length === 0)
  if (meeting === -1) return null
  const { between = [], session, fixed } = instance.meetings[meeting] ?? {}
  const causes = [
    session === 'any' ? [] : [`${sessionName(instance, meeting)} 상담`],
    fixed == null ? [] : [`${fixed + 1}칸 고정`],
    between
      .filter(one => (instance.away[one]?.size ?? 0) > 0)
      .map(one => `참가자 ${one + 1} 불참 ${numbers([...(instance.away[one] ?? [])])}칸`),
  ].flat()
  return `${meetingName(instance, meeting)}: 쓸 수 있는 시간이 없습니다(${causes.join(', ')}). 이 가운데 하나를 풀어 주세요.`
}

function busyPersonReason(instance: Instance, open: readonly number[][]): string | null {
  for (const [participant, meetings] of meetingsByParticipant(instance).entries()) {
    const usable = new Set(meetings.flatMap(meeting => open[meeting] ?? []))
    if (meetings.length > usable.size)
      return `참가자 ${participant + 1}: 상담 ${meetings.length}건, 쓸 수 있는 시간 ${usable.size}칸. 상담을 줄이거나 시간을 늘려 주세요.`
    const crowded = crowdedMeetings(meetings, open)
    if (crowded.length === 0) continue
    const slots = [...new Set(crowded.flatMap(meeting => open[meeting] ?? []))].sort((a, b) => a - b)
    return `참가자 ${participant + 1}: 상담 ${crowded.length}건(${numbers(crowded)})에 쓸 수 있는 시간이 ${slots.length}칸(${numbers(slots)})뿐입니다. 고정이나 시간대를 풀어 주세요.`
  }
  return null
}

/** More meetings within a stretch of slots than tables in it. */
function tablesReason({ meetings, slots, tables }: Instance, open: readonly number[][]): string | null {
  if (meetings.length > slots * tables)
    return `상담 ${meetings.length}건, 자리는 테이블 ${tables}개 × ${slots}칸 = ${slots * tables}. 테이블이나 시간을 늘려 주세요.`
  for (let from = 0; from < slots; from++) {
    for (let to = from; to < slots; to++) {
      const within = open.filter(own => own.every(slot => slot >= from && slot <= to)).length
      const room = (to - from + 1) * tables
      if (within > room)
        return `${from + 1}–${to + 1}칸에만 열 수 있는 상담 ${within}건, 자리는 테이블 ${tables}개 × ${to - from + 1}칸 = ${room}. 테이블을 늘리거나 시간대를 풀어 주세요.`
    }
  }
  return null
}
