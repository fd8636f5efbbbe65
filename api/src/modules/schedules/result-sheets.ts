import type { Day } from '../../platform/day.ts'
import type { MatchType } from '../matching/match.entity.ts'
import type { Buyer, Company, ResultFacts } from './read-result.ts'
import { seatBuyers, type Seated } from './seat-buyers.ts'
import { leftOutLines } from './left-out-lines.ts'

/** A cell, and the colour that tells the type of the match. */
export type ResultCell = string | number | { text: string; type: MatchType }

export interface ResultSheet {
  name: string
  /** In characters of the spreadsheet. */
  widths: number[]
  rows: ResultCell[][]
}

/** The words of the incumbent, and ours where it has none. */
const typeWords: Record<MatchType, string> = {
  mutual: '상호 관심',
  buyer: '바이어 우선',
  enterprise: '기업 우선',
  item: '세부품목',
  category: '대분류',
  region: '지역',
  rule: '계약 규정 검토',
  staff: '센터 지정',
}

const fewestRounds = 4

/**
 * 매칭 결과 — the workbook that consultation centres hand round: the same sheets and columns, in the same order. What
 * their tool left out of its sums stands between its lines, so that they add up.
 */
export function resultSheets(facts: ResultFacts): ResultSheet[] {
  const seated = seatBuyers(facts)
  const days = [...new Set(facts.slots.map(({ day }) => day))]
  const rounds = Math.max(
    fewestRounds,
    ...days.map(day => facts.slots.filter(slot => slot.day === day).length),
  )
  const numbers = Array.from({ length: rounds }, (_, at) => at + 1)
  const head = [
    '참가날짜',
    '소속 기관',
    '부서',
    '성명',
    '관심품목',
    ...numbers.map(round => `라운드${round}`),
  ]
  const widths = [12, 18, 15, 12, 25, ...numbers.map(() => 25)]
  const rows = attendances(facts.buyers, days)
  const isAt = ({ buyer, day }: Attendance, seat: Seated) => seat.buyer === buyer && seat.day === day
  const lineOf = (row: Attendance, cellOf: (seats: Seated[]) => ResultCell) => [
    ...[row.day, row.buyer.institution, row.buyer.department, row.buyer.name, row.buyer.items ?? ''],
    ...numbers.map(round => cellOf(seated.filter(seat => seat.round === round && isAt(row, seat)))),
  ]
  const named = (seats: Seated[]) => seats.map(({ company }) => company.name).join('\n')
  const coloured = (seats: Seated[]): ResultCell => {
    const [first] = seats
    return first === undefined ? '' : { text: named(seats), type: first.type }
  }
  return [
    { name: '기관별 라운드 배정', widths, rows: [head, ...rows.map(row => lineOf(row, named))] },
    {
      name: '기관별 라운드 배정 (매칭유형)',
      widths,
      rows: [head, ...rows.map(row => lineOf(row, coloured))],
    },
    roundSheet(seated),
    sumSheet(facts, seated),
    {
      name: '미배정',
      widths: [12, 12, 20, 60],
      rows: [['바이어번호', '바이어성명', '기업명', '미배정 사유'], ...leftOutLines(facts, seated)],
    },
    { name: '경고', widths: [70], rows: [['경고 메시지'], ...warningsOf(facts).map(warning => [warning])] },
    {
      name: '특이사항',
      widths: [15, 60],
      rows: [['특이사항 유형', '내용'], ...warningsOf(facts).map(warning => ['데이터 이상', warning])],
    },
  ]
}

interface Attendance {
  day: Day
  buyer: Buyer
}

/** A line for each officer and day; who comes every day has one for each of them. */
const attendances = (buyers: readonly Buyer[], days: readonly Day[]): Attendance[] =>
  days.flatMap(day =>
    buyers.flatMap(buyer => (buyer.onDay === null || buyer.onDay === day ? [{ day, buyer }] : [])),
  )

const roundSheet = (seated: readonly Seated[]): ResultSheet => ({
  name: '라운드별 매칭',
  widths: [8, 12, 15, 12, 20, 25, 12],
  rows: [
    ['라운드', '바이어번호', '바이어소속', '바이어성명', '기업명', '기업주요품목', '매칭유형'],
    ...seated
      .toSorted((a, b) => a.round - b.round)
      .map(({ round, buyer, company, type }): ResultCell[] => [
        ...[round, buyer.number ?? '', buyer.institution, buyer.name, company.name, company.items ?? ''],
        { text: typeWords[type], type },
      ]),
  ],
})

const counted: [string, MatchType[]][] = [
  ['상호희망 (Pool1)', ['mutual']],
  ['바이어전용 (Pool2)', ['buyer']],
  ['기업전용 (Pool3)', ['enterprise']],
  ['세부품목 (Pool4)', ['item']],
  ['대분류 (Pool5)', ['category']],
  ['지역·센터 지정', ['region', 'rule', 'staff']],
]

const sumSheet = ({ buyers, companies }: ResultFacts, seated: readonly Seated[]): ResultSheet => ({
  name: '통계',
  widths: [20, 12],
  rows: [
    ['통계 항목', '건수'],
    ['총 매칭 수', seated.length],
    ...counted.map(([label, types]) => [label, seated.filter(({ type }) => types.includes(type)).length]),
    ['미배정 쌍', buyers.length * companies.length - seated.length],
  ],
})

/** What was odd in the lists: it is told here as well, where people look when somebody is missing. */
function warningsOf({ buyers, companies }: ResultFacts): string[] {
  const byNumber = (known: readonly (Buyer | Company)[]) =>
    new Set(known.flatMap(one => [one.number, 'knownAs' in one ? one.knownAs : null]))
  const [ofBuyers, ofCompanies] = [byNumber(buyers), byNumber(companies)]
  const lost = (wished: readonly string[], known: ReadonlySet<string | null>) =>
    wished.filter(one => !known.has(one))
  return [
    ...buyers.flatMap(({ number, institution, name, wished }) => {
      if (number === null) return []
      const who = `바이어 ${number} (${institution} ${name})`
      if (wished.length === 0) return [`${who}: 관심 기업 없음`]
      const missing = lost(wished, ofCompanies)
      return missing.length === 0 ? [] : [`${who}: 명단에 없는 관심 기업 ${missing.join(', ')}`]
    }),
    ...companies.flatMap(({ number, name, wished }) => {
      const missing = lost(wished, ofBuyers)
      return missing.length === 0
        ? []
        : [`회사 ${number} (${name}): 명단에 없는 희망 바이어 ${missing.join(', ')}`]
    }),
  ]
}
