/** A participation with its points and the figures that explain them, as the database says it. */
export interface RankedRow {
  id: string
  rank: number
  score: number
  items: number
  capacity: number
  records: number
  terms: number
  history: number
  need: number
  weight: {
    items: number
    capacity: number
    records: number
    record_years: number
    terms: number
    returner: number
    newcomer: number
    need: number
  }
  fits: number | null
  exact: number | null
  capacity_share: number | null
  terms_share: number | null
  confirmed_records: number
  stated_records: number
  times: number | null
  last_year: number | null
  held: number | null
  missed: number | null
  /** Quotas that it counts in, and of these the ones that are short. */
  quotas: string[] | null
  needs: string[] | null
}

/** 점수 구성 — a part of a score: how many points of how many, and why. */
export interface Part {
  label: string
  value: number
  max: number
  because: string
}

export interface Ranked extends RankedRow {
  parts: Part[]
}

export const partsOf = (row: RankedRow): Part[] => [
  { label: '구매예정 품목', value: row.items, max: row.weight.items, because: itemsBecause(row) },
  {
    label: '공급능력',
    value: row.capacity,
    max: row.weight.capacity,
    because: claimBecause(row.capacity_share),
  },
  { label: '납품실적', value: row.records, max: row.weight.records, because: recordsBecause(row) },
  { label: '납품조건', value: row.terms, max: row.weight.terms, because: claimBecause(row.terms_share) },
  {
    label: '지난 참가',
    value: row.history,
    max: Math.max(row.weight.returner, row.weight.newcomer),
    because: historyBecause(row),
  },
  {
    label: '정원 보충',
    value: row.need,
    max: row.weight.need,
    because: row.needs ? `부족한 정원을 채움: ${row.needs.join(', ')}` : '부족한 정원에 들지 않음',
  },
]

function itemsBecause({ fits, exact }: RankedRow): string {
  if (!fits) return '구매예정 품목과 맞는 상품 없음'
  return `구매예정 ${fits}건과 품목이 맞음, 세부품목까지 ${exact ?? 0}건`
}

const claimBecause = (share: number | null): string =>
  share === null ? '적은 것 없음' : share === 1 ? '확인됨' : '적었으나 확인 전'

const recordsBecause = ({ confirmed_records, stated_records, weight }: RankedRow): string =>
  `최근 ${weight.record_years}년 확인된 실적 ${confirmed_records}건, 확인 전 ${stated_records}건`

function historyBecause({ times, last_year, held, missed }: RankedRow): string {
  if (times === null) return '이 행사에 처음'
  const came = `${last_year}년 등 ${times}번 참가`
  return held || missed ? `${came}, 상담 ${held ?? 0}건 · 불참 ${missed ?? 0}건` : came
}
