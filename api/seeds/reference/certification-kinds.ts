import type { Day } from '../../src/platform/day.ts'

export interface CertificationKindRow {
  code: string
  name: string
  name_en: string
  issuer: string
  legal_basis: string
  validity_rule: string
  check_url: string | null
  is_social_economy: boolean
  source: string
  as_of: Day
  position: number
}

type Kind = Omit<CertificationKindRow, 'position' | 'as_of'>

/**
 * 인증 종류. Laws change: everything here is dated, names where it was read, and says 확인 필요 where nobody
 * has read the article itself yet.
 *
 * 사회적경제기업 are the four kinds the government's programme counts (사회적기업, 협동조합, 마을기업, 자활기업;
 * 관계부처 합동 「사회적경제 활성화 방안」, 2017-10-18), the two forms of 예비사회적기업 and 사회적협동조합 among
 * them. 소셜벤처 is support policy for ventures; the others are preferred-purchase kinds of their own laws.
 */
const kinds: Kind[] = [
  {
    code: 'social_enterprise',
    name: '사회적기업',
    name_en: 'Certified social enterprise',
    issuer: '고용노동부 (심사: 한국사회적기업진흥원)',
    legal_basis: '사회적기업 육성법 제7조 (조문 확인 필요)',
    validity_rule: '요건을 갖추는 동안 기한 없음. 인증 취소 또는 반납으로 끝난다.',
    check_url: 'https://www.sepp.or.kr',
    is_social_economy: true,
    source: '경남사회적경제지원센터 안내(인증 연 3회), 가치장터 누적 명단',
  },
  {
    code: 'pre_social_regional',
    name: '예비사회적기업(지역형)',
    name_en: 'Pre-certified social enterprise, regional',
    issuer: '광역자치단체장',
    legal_basis: '시·도 조례 및 예비사회적기업 지정 지침 (조례별 확인 필요)',
    validity_rule: '지정일부터 최대 3년.',
    check_url: null,
    is_social_economy: true,
    source: '예비사회적기업 지정 안내(지정 기간 3년)',
  },
  {
    code: 'pre_social_ministry',
    name: '예비사회적기업(부처형)',
    name_en: 'Pre-certified social enterprise, ministerial',
    issuer: '중앙행정기관의 장',
    legal_basis: '부처형 예비사회적기업 지정 지침 (부처별 확인 필요)',
    validity_rule: '지정일부터 최대 3년.',
    check_url: null,
    is_social_economy: true,
    source: '부처형 예비사회적기업 지정서 번호 형식(제2018-040호)',
  },
  {
    code: 'cooperative',
    name: '협동조합',
    name_en: 'Cooperative',
    issuer: '시·도지사 (신고 수리)',
    legal_basis: '협동조합 기본법 제15조 (조문 확인 필요)',
    validity_rule: '기한 없음. 해산하거나 신고 수리가 취소되면 끝난다.',
    check_url: 'https://www.coop.go.kr',
    is_social_economy: true,
    source: '전국협동조합표준데이터 안내',
  },
  {
    code: 'social_cooperative',
    name: '사회적협동조합',
    name_en: 'Social cooperative',
    issuer: '소관 중앙행정기관의 장 (인가)',
    legal_basis: '협동조합 기본법 제85조 (조문 확인 필요)',
    validity_rule: '기한 없음. 공식 명단에 날짜가 없다. 인가 취소 또는 해산으로 끝난다.',
    check_url: 'https://www.coop.go.kr',
    is_social_economy: true,
    source: '정부권장정책 협동조합 명단(날짜 없음)',
  },
  {
    code: 'village_enterprise',
    name: '마을기업',
    name_en: 'Village enterprise',
    issuer: '행정안전부',
    legal_basis: '마을기업 육성 관계 법령 및 지침 (법 조문 확인 필요)',
    validity_rule: '지정 회차별로 재지정 여부를 확인한다 (기간 확인 필요).',
    check_url: 'https://www.data.go.kr/data/15080745/fileData.do',
    is_social_economy: true,
    source: '공공데이터포털 15080745 마을기업 현황',
  },
  {
    code: 'self_support',
    name: '자활기업',
    name_en: 'Self-sufficiency enterprise',
    issuer: '보장기관 (관리: 한국자활복지개발원)',
    legal_basis: '국민기초생활 보장법 제18조 (조문 확인 필요)',
    validity_rule: '요건을 갖추는 동안 기한 없음. 인정 취소로 끝난다.',
    check_url: 'https://www.data.go.kr/data/15091502/fileData.do',
    is_social_economy: true,
    source: '공공데이터포털 15091502 자활기업 현황',
  },
  {
    code: 'disabled_standard_workplace',
    name: '장애인표준사업장',
    name_en: 'Standard workplace for disabled persons',
    issuer: '고용노동부 (한국장애인고용공단)',
    legal_basis: '장애인고용촉진 및 직업재활법 제22조의4',
    validity_rule: '요건을 갖추는 동안 기한 없음. 본사와 사업장의 번호가 다를 수 있다.',
    check_url: 'https://www.kead.or.kr',
    is_social_economy: false,
    source: '한국장애인고용공단 분기 명단',
  },
  {
    code: 'severely_disabled_producer',
    name: '중증장애인생산품 생산시설',
    name_en: 'Producer of goods made by severely disabled persons',
    issuer: '보건복지부',
    legal_basis: '중증장애인생산품 우선구매 특별법 제9조 (조문 확인 필요)',
    validity_rule: '지정 기간이 명단에 적혀 있고, 지정받은 품목에만 미친다.',
    check_url: 'https://www.goods.go.kr',
    is_social_economy: false,
    source: '꿈드래 생산시설 현황(2026-09-09)',
  },
  {
    code: 'women_enterprise',
    name: '여성기업',
    name_en: 'Women-owned enterprise',
    issuer: '중소벤처기업부',
    legal_basis: '여성기업지원에 관한 법률 제2조 (조문 확인 필요)',
    validity_rule: '확인일부터 3년.',
    check_url: 'https://www.smpp.go.kr',
    is_social_economy: false,
    source: '공공구매종합정보망 여성기업 확인 이력',
  },
  {
    code: 'disabled_enterprise',
    name: '장애인기업',
    name_en: 'Disabled-owned enterprise',
    issuer: '중소벤처기업부',
    legal_basis: '장애인기업활동 촉진법 제2조 (조문 확인 필요)',
    validity_rule: '확인일부터 3년.',
    check_url: 'https://www.smpp.go.kr',
    is_social_economy: false,
    source: '공공구매종합정보망 장애인기업 확인 이력',
  },
  {
    code: 'startup',
    name: '창업기업',
    name_en: 'Start-up',
    issuer: '중소벤처기업부 (창업진흥원)',
    legal_basis: '중소기업창업 지원법 제2조 (조문 확인 필요)',
    validity_rule: '확인일부터 3년, 다만 설립 후 7년을 넘지 못한다.',
    check_url: 'https://cert.k-startup.go.kr',
    is_social_economy: false,
    source: '창업기업 확인서 발급 현황',
  },
  {
    code: 'small_business',
    name: '중소기업',
    name_en: 'Small or medium enterprise',
    issuer: '중소벤처기업부',
    legal_basis: '중소기업제품 구매촉진 및 판로지원에 관한 법률 (조문 확인 필요)',
    validity_rule: '다음 해 3월 31일까지. 해마다 새로 발급받는다.',
    check_url: 'https://www.smpp.go.kr',
    is_social_economy: false,
    source: '공공구매종합정보망 중소기업확인서 명단(모두 2027-03-31까지)',
  },
  {
    code: 'social_venture',
    name: '소셜벤처',
    name_en: 'Social venture',
    issuer: '중소벤처기업부 (기술보증기금)',
    legal_basis: '벤처기업육성에 관한 특별법 (조문 확인 필요)',
    validity_rule: '판별 결과의 유효기간을 따른다 (기간 확인 필요).',
    check_url: null,
    is_social_economy: false,
    source: '일반 상식, 공식 자료로 확인 필요',
  },
]

const asOf = '2026-11-21'

export const certificationKinds: CertificationKindRow[] = kinds.map((kind, i) =>
  Object.assign(kind, { as_of: asOf, position: i + 1 }),
)
