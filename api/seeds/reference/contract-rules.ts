import type { Day } from '../../src/platform/day.ts'

interface ContractRuleRow {
  code: string
  edition: number
  /** 지방계약법, or 국가계약법: which of them a body goes by is looked up by a person. */
  law_of: 'local' | 'national'
  title: string
  /** Any of these certifications; none: everybody. */
  kind_codes: readonly string[]
  /** 원, 추정가격(부가세 별도); above it, and not above `most_won`. Null: no bound. */
  above_won: number | null
  most_won: number | null
  /** What else has to be looked at. */
  condition: string | null
  law: string
  /** Null: nobody has read yet from which day on. */
  valid_from: Day | null
  valid_until: Day | null
  source: string
  as_of: Day
  position: number
}

type Rule = Omit<ContractRuleRow, 'edition' | 'valid_until' | 'as_of' | 'position'>

const guideline = '2026 서울시교육청 수의계약 지침을 옮긴 공개 코드(조문 원문 확인 필요)'
const people = ['social_enterprise', 'social_cooperative', 'self_support', 'village_enterprise']
const owners = ['women_enterprise', 'disabled_enterprise']

/**
 * 계약 규정. What says a lot is that somebody should look, never that a contract is allowed. Only what has been read
 * in a source is here; the most particular comes first.
 */
const rules: Rule[] = [
  {
    code: 'local_own_product_of_disabled',
    law_of: 'local',
    title: '중증장애인생산품 생산시설의 직접 생산품은 금액과 관계없이 수의계약 대상일 수 있습니다',
    kind_codes: ['severely_disabled_producer'],
    above_won: null,
    most_won: null,
    condition: '생산시설이 직접 생산하는지',
    law: '지방계약법 시행령 제25조제1항제7호의2, 중증장애인생산품 우선구매 특별법 제7조제5항',
    valid_from: null,
    source: guideline,
  },
  {
    code: 'local_one_quote',
    law_of: 'local',
    title: '2천만원 이하 1인 견적 대상일 수 있습니다',
    kind_codes: [],
    above_won: null,
    most_won: 20_000_000,
    condition: null,
    law: '지방계약법 시행령 제25조제1항제5호, 제30조제1항제1호',
    valid_from: null,
    source: guideline,
  },
  {
    code: 'local_one_quote_of_owners',
    law_of: 'local',
    title: '여성·장애인기업은 5천만원 이하 1인 견적 대상일 수 있습니다',
    kind_codes: owners,
    above_won: null,
    most_won: 50_000_000,
    condition: null,
    law: '지방계약법 시행령 제25조제1항제5호, 제30조',
    valid_from: '2018-07-17',
    source: `${guideline}; 2018-07-17 시행령 개정 보도(wowtv AKR20180716123400004)`,
  },
  {
    code: 'local_one_quote_of_people',
    law_of: 'local',
    title: '사회적기업·사회적협동조합·자활기업·마을기업은 5천만원 이하 1인 견적 대상일 수 있습니다',
    kind_codes: people,
    above_won: null,
    most_won: 50_000_000,
    condition: '취약계층을 30% 이상 고용하는지',
    law: '지방계약법 시행령 제25조제1항제5호, 제30조',
    valid_from: '2018-07-17',
    source: `${guideline}; 2018-07-17 시행령 개정 보도(wowtv AKR20180716123400004)`,
  },
  {
    code: 'national_small_sum',
    law_of: 'national',
    title: '2천만원 초과 1억원 이하 소액 수의계약 대상일 수 있습니다',
    kind_codes: [...owners, ...people],
    above_won: 20_000_000,
    most_won: 100_000_000,
    condition: null,
    law: '국가계약법 시행령 제26조(조문 확인 필요)',
    valid_from: null,
    source: '나라장터 계약 구분을 옮긴 공개 코드(조문 원문 확인 필요)',
  },
  {
    code: 'national_small_sum_of_startups',
    law_of: 'national',
    title: '청년창업기업은 2천만원 초과 5천만원 이하 소액 수의계약 대상일 수 있습니다',
    kind_codes: ['startup'],
    above_won: 20_000_000,
    most_won: 50_000_000,
    condition: '청년창업기업인지',
    law: '국가계약법 시행령 제26조(조문 확인 필요)',
    valid_from: null,
    source: '나라장터 계약 구분을 옮긴 공개 코드(조문 원문 확인 필요)',
  },
]

const asOf = '2026-11-21'

export const contractRules: ContractRuleRow[] = rules.map((rule, i) => ({
  ...rule,
  ...{ edition: 1, valid_until: null, as_of: asOf, position: i + 1 },
}))
