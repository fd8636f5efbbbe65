import { addDepartment, addInstitution } from './bodies.ts'
import { addOccasion, addProgramme, addSeries, type Occasion } from './occasion.ts'
import { addWalkIns } from './outcomes.ts'
import type { Stage } from './stage.ts'
import { addSurvey } from './surveys.ts'
import { addEnterprise, addOfficers, checkInOfficers } from './take-part.ts'

const on = '2024-05-10'
const madeOn = '2024-03-04'
const region = '1162000000'
const offices =
  '총무과 재무과 홍보과 일자리벤처과 복지정책과 문화관광체육과 교육지원과 청소행정과 공원녹지과'.split(' ')

/** Applicants in the order in which they were ranked; all three parts of the passport are confirmed, or not. */
export interface Applicant {
  enterpriseId: string
  confirmedParts: number
}

/** 관악구 2024: 11 of more applicants, chosen on supply capacity, delivery record and delivery terms. */
export function addGwanak(stage: Stage, applicants: readonly Applicant[]): Occasion {
  const occasion = addOccasion(stage, {
    seriesId: addSeries(stage, '새솔구 공공구매 설명회', madeOn),
    edition: 1,
    kind: 'briefing',
    title: '2024 새솔구 사회적경제기업 공공구매 설명회',
    host: '새솔구',
    venue: '새솔구청 강당',
    summary: '구매담당자 교육, 인식 조사, 기업 부스',
    slotMinutes: 20,
    enterprisesWanted: 11,
    departmentsWanted: 30,
    rounds: [{ title: '설명회', theme: null, isOnline: false, days: [on] }],
    times: [],
    places: [{ kind: 'booth', names: Array.from({ length: 11 }, (_, index) => `부스 ${index + 1}`) }],
  })
  addProgramme(stage, occasion, [
    { from: '14:00', until: '14:40', title: '사회적경제기업 우선구매 교육', place: '강당' },
    { from: '14:40', until: '15:00', title: '인식 조사', place: '강당' },
    { from: '15:00', until: '17:00', title: '기업 부스 상담', place: '로비' },
  ])
  const booths = chooseEnterprises(stage, occasion, applicants)
  const parts = makeDepartments(stage).map(department => ({
    id: addOfficers(stage, occasion, department),
    department,
  }))
  addWalkIns(stage, occasion, booths, { departments: parts.map(({ id }) => id), count: 33 })
  checkInOfficers(stage, occasion, parts)
  addSurvey(stage, occasion, {
    audience: 'department',
    unit: 'person',
    title: '공공구매 인식 조사',
    of: parts.map(({ id }) => id),
    questions: [
      {
        kind: 'scale',
        text: '사회적경제기업 우선구매를 알고 있습니까',
        options: ['전혀', '조금', '보통', '잘', '아주 잘'],
        counts: [9, 38, 52, 44, 17],
      },
      {
        kind: 'single',
        text: '구매를 어렵게 하는 것',
        options: ['찾는 품목이 없음', '한곳에서 찾을 수 없음', '전담 창구가 없음', '그 밖'],
        counts: [71, 40, 27, 22],
      },
    ],
  })
  return occasion
}

function chooseEnterprises(stage: Stage, occasion: Occasion, applicants: readonly Applicant[]) {
  return applicants.flatMap(({ enterpriseId, confirmedParts }, index) => {
    const place = occasion.places[index]
    if (place === undefined) {
      addEnterprise(stage, occasion, enterpriseId, {
        state: 'not_selected',
        ...whyNot(confirmedParts),
      })
      return []
    }
    const enterprise = addEnterprise(stage, occasion, enterpriseId, { placeId: place.id })
    return [{ enterprise, placeId: place.id }]
  })
}

const whyNot = (confirmedParts: number) =>
  confirmedParts < 3
    ? {
        reasonCode: 'required_missing',
        reason: `공급역량·납품실적·납품조건 가운데 ${confirmedParts}가지만 확인되었습니다.`,
      }
    : {
        reasonCode: 'full',
        reason: '공급역량·납품실적·납품조건 세 가지가 모두 확인되었으나 자리 11개가 먼저 찼습니다.',
      }

/** 20 units of three bodies; 200 officers, ten of each. */
function makeDepartments(stage: Stage) {
  const bodies = [
    {
      kind: 'district' as const,
      name: '새솔구청',
      departments: [...offices, '보건행정과', '도서관과', '기획예산과'],
    },
    {
      kind: 'invested' as const,
      name: '새솔구 시설관리공단',
      departments: ['경영지원팀', '체육시설팀', '주차사업팀', '안전관리팀'],
    },
    {
      kind: 'invested' as const,
      name: '새솔문화재단',
      departments: ['경영지원팀', '공연기획팀', '축제팀', '도서관운영팀'],
    },
  ]
  return bodies.flatMap(({ kind, name, departments }) => {
    const institutionId = addInstitution(stage, { kind, name, region, on: madeOn })
    return departments.map(department =>
      addDepartment(stage, { institutionId, name: department, on: madeOn, officers: 10 }),
    )
  })
}
