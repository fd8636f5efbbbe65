import { addDays, type Day } from '../../../platform/day.ts'
import type { CertificationDates } from '../records.ts'
import type { ListedStatus } from './certification-status.ts'
import { endless } from './day-cell.ts'

export interface ListedDates {
  status: ListedStatus
  issuedOn?: Day | null
  validFrom: Day | null
  validUntil: Day | null
  /** 취소일 or 반납일; the status says which. */
  endedOn?: Day | null
  asOf?: Day | null
}

/** Which of the stated dates is wrong, and how. */
export interface DateProblem {
  date: 'validUntil' | 'endedOn'
  problem: string
}

/** Brings the dates and the status of a list together, or says which of them cannot be. */
export function certificationDates(listed: ListedDates): { dates: CertificationDates } | DateProblem {
  const { validFrom, asOf = null, status, endedOn = null, issuedOn = null } = listed
  const statedEnd = listed.validUntil === endless ? null : listed.validUntil
  if (isBefore(statedEnd, validFrom))
    return { date: 'validUntil', problem: endBeforeStart('만료일', statedEnd, validFrom) }
  if (isBefore(endedOn, validFrom))
    return { date: 'endedOn', problem: endBeforeStart('취소·반납일', endedOn, validFrom) }
  if (status === 'expired' && asOf !== null && isBefore(asOf, addDay(statedEnd)))
    return {
      date: 'validUntil',
      problem: `기준일 ${asOf}에 기간만료라는데 만료일은 ${statedEnd}입니다. 상태나 날짜를 고쳐 주세요.`,
    }
  const isEnded = status === 'cancelled' || status === 'returned'
  if (isEnded && endedOn === null && asOf === null)
    return {
      date: 'endedOn',
      problem: '취소 또는 반납되었다는데 그 날짜가 없습니다. 취소·반납일을 채워 주세요.',
    }

  // Listed as expired, cancelled or returned on a day without saying since when: that day bounds the truth.
  const validUntil = statedEnd ?? (status === 'expired' && asOf !== null ? addDays(asOf, -1) : null)
  const lastDay = endedOn ?? (isEnded ? asOf : null)
  const isBound = (status === 'expired' && statedEnd === null) || (isEnded && endedOn === null)
  return {
    dates: {
      issuedOn,
      validFrom,
      validUntil,
      asOf,
      cancelledOn: status === 'returned' ? null : lastDay,
      returnedOn: status === 'returned' ? lastDay : null,
      hasUnknownDates: validFrom === null || status === 'dates_unknown' || isBound,
    },
  }
}

const isBefore = (one: Day | null, other: Day | null) => one !== null && other !== null && one < other
const addDay = (day: Day | null) => (day === null ? null : addDays(day, 1))

const endBeforeStart = (what: string, end: Day | null, start: Day | null) =>
  `${what} ${end}이 시작일 ${start}보다 앞섭니다. 두 날짜를 확인해 고쳐 주세요.`
