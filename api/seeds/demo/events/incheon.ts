import { addDepartment, addInstitution, type Department, type InstitutionKind } from './bodies.ts'
import { addMeetings } from './meet.ts'
import { addOccasion, addProgramme, addSeries, type Occasion } from './occasion.ts'
import { addWalkIns } from './outcomes.ts'
import { addPlans } from './plans.ts'
import { newRowId, type Stage } from './stage.ts'
import { addEnterprise, addOfficers, checkInOfficers } from './take-part.ts'

const madeOn = '2024-01-08'
const region = '2826000000'
const times = ['10:00', '10:30', '11:00', '13:30', '14:00']
const tables = Array.from({ length: 12 }, (_, index) => `상담 ${index + 1}`)

const guOffices =
  '총무과 재무과 기획예산실 홍보담당관 감사실 자치행정과 민원여권과 일자리경제과 사회적경제과 복지정책과 노인복지과 장애인복지과 여성가족과 아동보육과 문화관광과 체육진흥과 교육지원과 환경보전과 자원순환과 공원녹지과 도시재생과 건축과 건설과 교통행정과 안전총괄과 보건행정과 건강증진과 위생과 도서관과 평생학습과'.split(
    ' ',
  )
/** All departments of the district office, and the bodies around it. */
const others: { kind: InstitutionKind; name: string }[] = [
  { kind: 'invested', name: '한빛문화재단' },
  { kind: 'police_fire', name: '한빛경찰서' },
  { kind: 'police_fire', name: '한빛소방서' },
  { kind: 'public_enterprise', name: '누리환경공단' },
  { kind: 'public_enterprise', name: '미르중부발전' },
  { kind: 'public_enterprise', name: '미르남부발전' },
  { kind: 'public_enterprise', name: '너른매립지관리공사' },
  { kind: 'school', name: '한빛초등학교' },
  { kind: 'school', name: '새물초등학교' },
  { kind: 'school', name: '솔밭초등학교' },
  { kind: 'invested', name: '한빛구 시설관리공단' },
]

/** 인천 서구 2025: two days in February with 24 enterprises and 500 officers; booths take whoever comes by. */
export function addIncheon(stage: Stage, enterpriseIds: string[]): Occasion {
  const gu = addInstitution(stage, {
    kind: 'district',
    name: '한빛구청',
    region,
    on: madeOn,
    validUntil: '2026-06-30',
  })
  splitDistrict(stage, gu)
  // 30 + 11 bodies; 500 = 41 × 12 + 8.
  const officersOf = (index: number) => (index < 8 ? 13 : 12)
  const departments = [
    ...guOffices.map((name, index) =>
      addDepartment(stage, { institutionId: gu, name, on: madeOn, officers: officersOf(index) }),
    ),
    ...others.map(({ kind, name }, index) =>
      addDepartment(stage, {
        institutionId: addInstitution(stage, { kind, name, region, on: madeOn }),
        name: kind === 'school' ? '행정실' : '경영지원팀',
        on: madeOn,
        officers: officersOf(guOffices.length + index),
      }),
    ),
  ]
  const seriesId = addSeries(stage, '한빛구 사회적경제 매칭데이', madeOn)
  addFourth(stage, seriesId, departments, enterpriseIds)
  addPlans(stage, departments, { year: 2025, visibility: 'participants', on: '2024-12-16', every: 2 })
  return addFifth(stage, seriesId, departments, enterpriseIds)
}

/** On 1 July 2026 the district became two, which compare as it was then. */
function splitDistrict(stage: Stage, fromId: string) {
  for (const { name, region: code } of [
    { name: '새한빛구청', region: '2827500000' },
    { name: '검솔구청', region: '2829000000' },
  ]) {
    const toId = addInstitution(stage, {
      kind: 'district',
      name,
      region: code,
      on: '2026-06-01',
      validFrom: '2026-07-01',
    })
    stage.rows.institution_succession.push({ from_id: fromId, to_id: toId, effective_on: '2026-07-01' })
  }
}

function addFourth(stage: Stage, seriesId: string, departments: Department[], enterpriseIds: string[]) {
  const occasion = addOccasion(stage, {
    ...common(seriesId, 4, '2024 한빛구 사회적경제 매칭데이'),
    enterprisesWanted: 20,
    departmentsWanted: 37,
    rounds: [{ title: '상담', theme: null, isOnline: false, days: ['2024-02-06', '2024-02-07'] }],
    places: [{ kind: 'table', names: tables }],
  })
  const [round] = occasion.rounds
  if (!round) return
  addMeetings(stage, occasion, {
    round,
    placeIds: occasion.places.map(({ id }) => id),
    enterprises: enterpriseIds.slice(0, 20).map(id => addEnterprise(stage, occasion, id)),
    departments: departments.slice(0, 37).map(department => addOfficers(stage, occasion, department)),
    count: 96,
    types: null,
    hasOutcomes: true,
  })
}

function addFifth(
  stage: Stage,
  seriesId: string,
  departments: Department[],
  enterpriseIds: string[],
): Occasion {
  const occasion = addOccasion(stage, {
    ...common(seriesId, 5, '2025 한빛구 사회적경제 매칭데이'),
    enterprisesWanted: 24,
    departmentsWanted: 41,
    plansSharedOn: '2025-01-13',
    rounds: [
      {
        title: '매칭데이',
        theme: '예산을 쓰기 전에 만나기',
        isOnline: false,
        days: ['2025-02-10', '2025-02-11'],
      },
    ],
    places: [
      { kind: 'table', names: tables },
      { kind: 'booth', names: enterpriseIds.map((_, index) => `부스 ${index + 1}`) },
    ],
  })
  const [round] = occasion.rounds
  if (!round) throw new Error('The matching day has no round.')
  const booths = occasion.places.filter(({ kind }) => kind === 'booth').map(({ id }) => id)
  const enterprises = enterpriseIds.map((id, index) =>
    addEnterprise(stage, occasion, id, { placeId: booths[index] ?? newRowId(stage, madeOn) }),
  )
  const parts = departments.map(department => ({
    id: addOfficers(stage, occasion, department),
    department,
  }))
  const ids = parts.map(({ id }) => id)
  addMeetings(stage, occasion, {
    round,
    placeIds: occasion.places.filter(({ kind }) => kind === 'table').map(({ id }) => id),
    enterprises,
    departments: ids,
    count: 120,
    noShowEvery: 30,
    hasOutcomes: true,
    types: ['enterprise', 'mutual', 'enterprise', 'item'],
  })
  addWalkIns(
    stage,
    occasion,
    enterprises.map((enterprise, index) => ({ enterprise, placeId: booths[index] ?? '' })),
    { departments: ids, count: 60 },
  )
  addProgramme(stage, occasion, [
    { from: '09:30', until: '10:00', title: '개회와 공공구매 안내', place: '대강당' },
    { from: '10:00', until: '16:00', title: '사회적가치 전시와 부스 상담', place: '전시장' },
  ])
  checkInOfficers(stage, occasion, parts)
  return occasion
}

const common = (seriesId: string, edition: number, title: string) => ({
  seriesId,
  edition,
  kind: 'matching_day' as const,
  title,
  host: '한빛구',
  venue: '한빛구청 대강당',
  summary: '예산 집행 전에 부서와 사회적경제기업이 만나는 날',
  slotMinutes: 25,
  times,
})
