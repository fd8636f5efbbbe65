import type { Cell } from '../table/table.ts'
import type { Parsed } from './parsed.ts'

/** 인증 상태 as a list states it: 유지, 기간만료, 일자미상, 취소, 반납. A hearing (청문) is none of them. */
export type ListedStatus = 'held' | 'expired' | 'dates_unknown' | 'cancelled' | 'returned'

const statusByWord: Record<string, ListedStatus> = {
  유지: 'held',
  인증: 'held',
  인증유지: 'held',
  유효: 'held',
  y: 'held',
  within_recorded_period: 'held',
  not_started: 'held',
  기간만료: 'expired',
  만료: 'expired',
  expired: 'expired',
  일자미상: 'dates_unknown',
  listed_date_unknown: 'dates_unknown',
  취소: 'cancelled',
  인증취소: 'cancelled',
  c: 'cancelled',
  cancelled: 'cancelled',
  반납: 'returned',
  인증반납: 'returned',
  b: 'returned',
  returned: 'returned',
}

export function readStatus({ text }: Cell): Parsed<ListedStatus> {
  const value = statusByWord[text.normalize('NFKC').replace(/\s/gu, '').toLowerCase()]
  if (value !== undefined) return { value }
  return {
    problem: `모르는 인증 상태(${text.trim().slice(0, 20)})입니다. 유지, 기간만료, 일자미상, 취소, 반납 가운데 하나로 고쳐 주세요.`,
  }
}
