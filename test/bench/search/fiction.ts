import type { Random } from './random.ts'

/** Invented enterprises and products, out of the syllables such names are really made of. */

const FIRST = [
  '행복', '나눔', '희망', '두레', '다솜', '푸른', '함께', '새벽', '온누리', '가온', '누리', '한빛', '늘봄', '초록', '햇살', '참좋은',
  '우리', '마음', '같이', '더불어', '사랑', '살림', '이웃', '밝은', '맑은', '한결', '도담', '미르', '아름', '예다움', '해오름', '솔향',
  '들꽃', '은하', '바다', '여울', '하늘', '별빛', '고운', '큰나무', '새싹', '다온', '라온', '나래', '보람', '세움', '이음', '채움', '동행',
  '청년', '시니어', '서울', '부산', '전주', '강릉', '제주', '남도', '한강', '백두', '무등', '에코', '그린', '스마트', '에이블', '위드',
] // prettier-ignore

const SECOND = [
  '나무', '마을', '누리', '터', '공방', '살림', '환경', '미디어', '디자인', '푸드', '건축', '케어', '돌봄', '교육', '여행', '출판', '크린',
  '클린', '워크', '랩', '하우스', '팩토리', '인쇄', '섬유', '농장', '식품', '산업', '테크', '시스템', '네트웍스', '문화', '예술', '극단',
  '오케스트라', '복지', '재활', '자원', '리싸이클', '에너지', '조경', '방역', '급식', '도시락', '베이커리', '카페', '가구', '목공', '소프트',
  '컴퍼니', '플래닛', '연구소', '센터', '상사', '기획', '이엔지', '이앤씨', '씨앤에프', '물류', '택배', '세탁', '정보', '통신', '전자', '광고',
] // prettier-ignore

const THIRD = ['', '', '', '', '사람들', '만들기', '협동조합', '나눔터', '공동체', '지원단', '서비스', '코리아'] // prettier-ignore
const FORMS = ['', '', '', '', '', '', '주식회사 ', '(주)', '사회적협동조합 ', '농업회사법인 ', '유한회사 '] // prettier-ignore

/** 업체명, as somebody might have registered it. */
export function inventEnterprise(random: Random): string {
  const isDoubled = random.next() < 0.3
  const first = isDoubled ? random.pick(FIRST) + random.pick(FIRST) : random.pick(FIRST)
  return `${random.pick(FORMS)}${first}${random.pick(SECOND)}${random.pick(THIRD)}`
}

const COINED = Array.from(
  '가나다라마바사아자하고노도로모보소오호구누두루무수우주리미비시이지한산선담솔람빈윤율채온',
)

/** A name with a coined word in it, as firms choose one to be told apart: 담누리푸드. */
export function inventDistinctly(random: Random): string {
  const coined = Array.from({ length: 2 + random.below(2) }, () => random.pick(COINED)).join('')
  return `${random.pick(FORMS)}${coined}${random.pick(SECOND)}`
}

/** Category code and name of what is bought most. */
export const ITEMS: readonly (readonly [string, string])[] = [
  ['14111507', '복사용지'], ['14111704', '화장지'], ['14111703', '종이타월'], ['44103103', '토너카트리지'], ['44121701', '볼펜'],
  ['44122003', '바인더'], ['56101703', '사무용책상'], ['56112102', '사무용의자'], ['56101708', '이동식파일서랍'], ['56101538', '회의용탁자'],
  ['55121704', '현수막'], ['82121505', '판촉인쇄'], ['82121507', '책자인쇄'], ['76111501', '건물청소'], ['76101503', '소독방역'],
  ['53102902', '작업복'], ['46181504', '안전장갑'], ['46181604', '안전화'], ['47131801', '바닥세정제'], ['47131803', '손소독제'],
  ['39101600', '엘이디조명'], ['43211507', '데스크톱컴퓨터'], ['43211708', '무선마우스'], ['45111609', '빔프로젝터'], ['50192701', '도시락'],
  ['50201706', '원두커피'], ['50161813', '초콜릿'], ['50181909', '쿠키'], ['10161600', '조경수목'], ['72102902', '조경관리'],
  ['90101603', '출장뷔페'], ['81141601', '행사물류'], ['80141607', '행사기획'], ['86101710', '직무교육'], ['43232304', '데이터관리소프트웨어'],
  ['60105418', '생활체육교구'], ['52121505', '방석'], ['52121602', '식탁보'], ['49101602', '기념품'], ['53131608', '비누'],
] // prettier-ignore

const QUALITIES = [
  '친환경', '재생', '국산', '고급', '맞춤형', '다용도', '무향', '천연', '휴대용', '대용량', '절전형', '사무용', '행사용', '어린이', '방수',
  '인체공학', '수제', '유기농', '경량', '특수', '일회용', '고효율', '저소음', '업소용', '가정용', '단체',
] // prettier-ignore

const SIZES = [
  '',
  '',
  '',
  'A4',
  '80g',
  '2500매',
  '10개입',
  '500ml',
  '대형',
  '소형',
  '세트',
  '3호',
  '10L',
  '1박스',
]

export function inventProduct(random: Random, itemName: string): string {
  const qualities =
    random.next() < 0.4 ? `${random.pick(QUALITIES)} ${random.pick(QUALITIES)}` : random.pick(QUALITIES)
  return `${qualities} ${itemName} ${random.pick(SIZES)}`.trim()
}
