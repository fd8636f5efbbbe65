import type { Instance } from '../instance.ts'
import type { Rule } from './rules.ts'

/** How a meeting is called in a reason: by its number, and who meets. */
export function meetingName({ meetings }: Instance, meeting: number): string {
  const [one = 0, other = 0] = meetings[meeting]?.between ?? []
  return `상담 ${meeting + 1}(참가자 ${one + 1}·${other + 1})`
}

/** At most ten numbers, counted from 1. */
export function numbers(zeroBased: readonly number[]): string {
  const shown = zeroBased.slice(0, 10).map(number => number + 1)
  return zeroBased.length > 10 ? `${shown.join(', ')} 등 ${zeroBased.length}` : shown.join(', ')
}

/** A rule as a person would name it when asked to give it up. */
export function ruleName(instance: Instance, rule: Rule, fairness: number): string {
  switch (rule.kind) {
    case 'away':
      return `참가자 ${rule.participant + 1}의 불참 시간(${numbers([...(instance.away[rule.participant] ?? [])].sort((a, b) => a - b))}칸)`
    case 'session':
      return `${meetingName(instance, rule.meeting)}의 ${sessionName(instance, rule.meeting)} 지정`
    case 'fixed':
      return `${meetingName(instance, rule.meeting)}의 ${(instance.meetings[rule.meeting]?.fixed ?? 0) + 1}칸 고정`
    case 'order':
      return `상담 ${rule.earlier + 1} 다음에 상담 ${rule.later + 1}`
    case 'tables':
      return `테이블 ${instance.tables}개`
    case 'fairness':
      return `공평성(휴지 차이 ${fairness}회 이내)`
  }
}

export const sessionName = ({ meetings }: Instance, meeting: number): string =>
  meetings[meeting]?.session === 'morning' ? '오전' : '오후'
