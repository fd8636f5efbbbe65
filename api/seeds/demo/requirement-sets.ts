import type { Day } from '../../src/platform/day.ts'
import type { Law, Parameters, RequirementKind } from '../../src/modules/vetting/requirement-set.entity.ts'

interface DemoRequirement {
  kind: RequirementKind
  text: string
  parameters?: Parameters
  isRequired?: boolean
  weight?: number
}

const law = (name: string, article: string, effectiveFrom: Day): Law => ({
  name,
  article,
  effectiveFrom,
  url: null,
})

/** Criteria of centres that do not exist, by rules that nobody has made. */
export const demoSets = [
  {
    purpose: 'catalogue',
    title: '판로 목록 등록 기준',
    needsTwo: false,
    law: law('가온 센터 등록 지침(가상)', '제3조', '2026-01-01'),
    requirements: [
      { kind: 'attestation', text: '제출한 내용이 사실과 같음을 확약합니다.' },
      { kind: 'document', text: '사업자등록증 사본' },
      { kind: 'valid_certification', text: '사회적경제기업 인증이 오늘 유효할 것' },
      { kind: 'supply_capacity', text: '공급역량을 적을 것', isRequired: false, weight: 10 },
      {
        kind: 'delivery_records',
        text: '최근 3년 납품실적 1건 이상',
        parameters: { count: 1, years: 3 },
        isRequired: false,
        weight: 10,
      },
      { kind: 'delivery_terms', text: '납품조건을 적을 것', isRequired: false, weight: 5 },
      { kind: 'minimum_products', text: '판매 중인 상품 1건 이상', parameters: { count: 1 } },
      { kind: 'staff_check', text: '현장 방문 또는 영상 통화로 사업장 확인' },
    ],
  },
  {
    purpose: 'event',
    title: '상반기 구매상담회 참여 기준',
    needsTwo: true,
    law: law('가온 센터 상담회 운영 지침(가상)', '제5조', '2026-01-01'),
    requirements: [
      { kind: 'attestation', text: '상담일에 담당자가 참석함을 확약합니다.' },
      {
        kind: 'valid_certification',
        text: '행사 뒤 30일까지 유효한 사회적경제기업 인증',
        parameters: { daysAhead: 30 },
      },
      { kind: 'supply_capacity', text: '월 공급역량을 적을 것', weight: 10 },
      {
        kind: 'delivery_records',
        text: '최근 3년 납품실적 2건 이상',
        parameters: { count: 2, years: 3 },
        weight: 10,
      },
      { kind: 'document', text: '상품 소개서 (PDF)' },
    ],
  },
] as const satisfies {
  purpose: 'catalogue' | 'event'
  title: string
  needsTwo: boolean
  law: Law
  requirements: DemoRequirement[]
}[]
