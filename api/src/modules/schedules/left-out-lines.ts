import type { Buyer, ResultFacts } from './read-result.ts'
import type { Seated } from './seat-buyers.ts'

/** 미배정 — every officer and enterprise that do not meet, and why not in a sentence. */
export function leftOutLines(
  { buyers, companies, pairs }: ResultFacts,
  seated: readonly Seated[],
): string[][] {
  const seats = Map.groupBy(seated, ({ buyer, company }) => `${buyer.participation} ${company.participation}`)
  const pair = new Map(pairs.map(one => [`${one.department} ${one.enterprise}`, one]))
  return buyers.flatMap(buyer =>
    companies.flatMap(company => {
      const key = `${buyer.participation} ${company.participation}`
      const there = seats.get(key) ?? []
      if (there.some(seat => seat.buyer === buyer)) return []
      const reason = there[0] ? meetsAnother(there[0].buyer) : reasonOf(pair.get(key))
      return [[buyer.number ?? '', buyer.name, company.name, reason]]
    }),
  )
}

const meetsAnother = ({ number, name }: Buyer) =>
  `같은 부서의 ${[number, name].filter(Boolean).join(' ')}이(가) 상담합니다.`

function reasonOf(pair: ResultFacts['pairs'][number] | undefined): string {
  if (pair === undefined) return '어느 쪽도 희망하지 않았고 품목도 겹치지 않습니다.'
  return pair.reason ?? '이 시간표에 없습니다. 다른 회차의 상담이거나 시간표를 만든 뒤에 고른 상담입니다.'
}
