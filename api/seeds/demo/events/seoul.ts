import type { FormerParticipants } from './former-participants.ts'
import { addDepartment, addInstitution, type Department, type InstitutionKind } from './bodies.ts'
import { addMeetings } from './meet.ts'
import { addOccasion, addSeries, type Occasion } from './occasion.ts'
import type { Stage } from './stage.ts'
import { addClaims, addSurvey } from './surveys.ts'
import { addEnterprise, addOfficers } from './take-part.ts'

const madeOn = '2020-01-10'
const region = '1100000000'
const videoRooms = [
  '영상 1실',
  '영상 2실',
  '영상 3실',
  '영상 4실',
  '영상 5실',
  '영상 6실',
  '영상 7실',
  '영상 8실',
]
const times = ['09:30', '10:00', '10:30', '11:00', '13:30', '14:00', '14:30', '15:00']

/** 85 = 1 + 31 + 7 + 27 + 17, and two that the press release counts and gives no kind. */
const bodies: { kind: InstitutionKind; name: (index: number) => string; count: number }[] = [
  { kind: 'head_office', name: () => '가온시청', count: 1 },
  { kind: 'district', name: index => districtBody(index), count: 31 },
  { kind: 'education_office', name: index => `${stem(index)}교육지원청`, count: 7 },
  { kind: 'invested', name: index => `가온시 ${stem(index)}재단`, count: 27 },
  { kind: 'public_enterprise', name: index => `${stem(index)}공사`, count: 17 },
  { kind: 'other', name: index => `${stem(index)}협의회`, count: 2 },
]

const stems =
  '가람 나래 다솜 라온 마루 바다 새벽 아라 자연 차오름 하늘 그린 도담 보람 소담 온누리 푸른 한울 해맑 이룸 미르 누리 단비 슬기 여울 토담 한결'.split(
    ' ',
  )
const stem = (index: number) => stems[index % stems.length] ?? '가람'
/** 25 districts, and agencies of six of them: a unit below a district is not a district. */
const districtBody = (index: number) =>
  index < 25 ? `${stem(index)}구청` : `${stem(index - 25)}구 시설관리공단`

/** 서울 2021: three online rounds with themes, and the edition before them to compare with. */
export function addSeoul(stage: Stage, { certified }: FormerParticipants): Occasion {
  const departments = bodies.flatMap(({ kind, name, count }) =>
    Array.from({ length: count }, (_, index) => {
      const institutionId = addInstitution(stage, { kind, name: name(index), region, on: madeOn })
      return addDepartment(stage, { institutionId, name: '계약담당', on: madeOn, officers: 1 })
    }),
  )
  const enterprises = certified.map(({ id }) => id)
  const seriesId = addSeries(stage, '가온시 온라인 구매상담회', madeOn)
  addEdition2020(stage, seriesId, departments, enterprises)
  return addEdition2021(stage, seriesId, departments, enterprises)
}

function addEdition2020(stage: Stage, seriesId: string, departments: Department[], enterprises: string[]) {
  const occasion = addOccasion(stage, {
    ...common(seriesId, 1, '2020 가온시 온라인 구매상담회'),
    enterprisesWanted: 112,
    departmentsWanted: 67,
    rounds: [
      {
        title: '1회차',
        theme: null,
        isOnline: true,
        days: [
          '2020-06-15',
          '2020-06-16',
          '2020-06-17',
          '2020-06-18',
          '2020-06-19',
          '2020-06-22',
          '2020-06-23',
        ],
      },
    ],
  })
  const [round] = occasion.rounds
  if (!round) return
  addMeetings(stage, occasion, {
    round,
    placeIds: occasion.places.map(({ id }) => id),
    enterprises: enterprises.slice(0, 112).map(id => addEnterprise(stage, occasion, id)),
    // 67 and 112 have no common divisor: no pair comes twice.
    departments: departments.slice(0, 67).map(department => addOfficers(stage, occasion, department)),
    count: 443,
    types: null,
  })
}

const rounds2021 = [
  { title: '1회차', theme: '공공시장 진입 지원', days: ['2021-05-18', '2021-05-19', '2021-05-20'], from: 0 },
  { title: '2회차', theme: '그린뉴딜', days: ['2021-07-13', '2021-07-14', '2021-07-15'], from: 28 },
  { title: '3회차', theme: '판로 확대', days: ['2021-10-19', '2021-10-20', '2021-10-21'], from: 56 },
]

/** 28 + 28 + 29 bodies, 57 enterprises and 192 meetings in 8 video rooms a round. */
function addEdition2021(
  stage: Stage,
  seriesId: string,
  departments: Department[],
  enterprises: string[],
): Occasion {
  const occasion = addOccasion(stage, {
    ...common(seriesId, 2, '2021 가온시 온라인 구매상담회'),
    enterprisesWanted: 171,
    departmentsWanted: 85,
    rounds: rounds2021.map(({ title, theme, days }) => ({ title, theme, days, isOnline: true })),
  })
  const asked = { enterprises: new Array<string>(), departments: new Array<string>() }
  for (const [index, round] of occasion.rounds.entries()) {
    const { from = 0 } = rounds2021[index] ?? {}
    const until = rounds2021[index + 1]?.from ?? departments.length
    const sides = {
      enterprises: enterprises
        .slice(index * 57, index * 57 + 57)
        .map(id => addEnterprise(stage, occasion, id, { round })),
      departments: departments
        .slice(from, until)
        .map(department => addOfficers(stage, occasion, department, { round })),
    }
    asked.enterprises.push(...sides.enterprises)
    asked.departments.push(...sides.departments)
    addMeetings(stage, occasion, {
      round,
      placeIds: occasion.places.map(({ id }) => id),
      ...sides,
      count: 192,
      hasOutcomes: true,
    })
  }
  askBoth(stage, occasion, asked)
  addClaims(stage, occasion, '2021 결과 보도자료', published)
  return occasion
}

/** 45.9, 32.8 and 11.5 % are of 61 people; 39.3 and 31.2 % of 112, more than there were institutions. */
function askBoth(
  stage: Stage,
  occasion: Occasion,
  { enterprises, departments }: { enterprises: string[]; departments: string[] },
) {
  addSurvey(stage, occasion, {
    audience: 'enterprise',
    unit: 'participant',
    title: '만족도(기업)',
    of: enterprises,
    questions: [
      {
        kind: 'single',
        text: '상담회에서 도움이 된 점',
        options: ['기업 홍보', '공공시장 지식', '판로 목표 설정', '그 밖'],
        counts: [28, 20, 7, 6],
      },
    ],
  })
  addSurvey(stage, occasion, {
    audience: 'department',
    unit: 'person',
    title: '만족도(기관)',
    of: departments,
    questions: [
      {
        kind: 'single',
        text: '상담회에 참여한 까닭',
        options: ['다양한 기업을 만남', '사회적 가치 실현', '그 밖'],
        counts: [44, 35, 33],
      },
    ],
  })
}

const published = [
  { kind: 'count' as const, about: 'institutions', label: '참여기관', value: '85' },
  {
    kind: 'parts' as const,
    about: 'institutions',
    label: '참여기관 내역',
    value: '85',
    parts: ['1', '31', '7', '27', '17'],
    labels: ['본청', '자치구', '교육청', '투자출연기관', '공기업'],
  },
  {
    kind: 'ratio' as const,
    about: 'institutions',
    label: '참여기관 전년 대비',
    value: '127.5',
    parts: ['85', '83'],
  },
  { kind: 'ratio' as const, about: 'enterprises', label: '참여기업 전년 대비', value: '152.7' },
  { kind: 'ratio' as const, about: 'held', label: '상담 건수 전년 대비', value: '130.0' },
  {
    kind: 'parts' as const,
    about: 'enterprises',
    label: '참여기업 내역',
    value: '171',
    parts: ['146', '27', '6', '6'],
    labels: ['사회적기업', '협동조합', '마을기업', '자활기업'],
  },
  {
    kind: 'shares' as const,
    about: 'enterprises',
    label: '기업 만족도',
    value: null,
    parts: ['45.9', '32.8', '11.5'],
  },
  {
    kind: 'shares' as const,
    about: 'institutions',
    label: '기관 만족도',
    value: null,
    parts: ['39.3', '31.2'],
  },
]

const common = (seriesId: string, edition: number, title: string) => ({
  seriesId,
  edition,
  kind: 'consultation' as const,
  title,
  host: '가온시',
  venue: '온라인',
  summary: '공공기관 구매담당자와 사회적경제기업의 온라인 1:1 구매상담',
  slotMinutes: 25,
  times,
  places: [{ kind: 'video' as const, names: videoRooms }],
})
