import { addDepartment, addInstitution } from './bodies.ts'
import type { FormerParticipants } from './former-participants.ts'
import { addMeetings } from './meet.ts'
import { addOccasion, addSeries, type Occasion } from './occasion.ts'
import { addPlans } from './plans.ts'
import type { Stage } from './stage.ts'
import { addClaims } from './surveys.ts'
import { addEnterprise, addGroup, addOfficers, checkInOfficers } from './take-part.ts'

const madeOn = '2022-02-07'
const region = '4139000000'
const offices =
  '총무과 회계과 홍보담당관 일자리총괄과 소상공인과 복지정책과 여성보육과 노인복지과 문화예술과 체육진흥과 교육청소년과 환경정책과 자원순환과 공원과 도로시설과 안전교통과 보건정책과 위생과 도서관 평생학습과'.split(
    ' ',
  )

/** 시흥 2022: planned items shared first, then 1:1 by video with 23 certified enterprises and 9 of an association. */
export function addSiheung(stage: Stage, { certified, uncertified }: FormerParticipants): Occasion {
  const institutionId = addInstitution(stage, { kind: 'head_office', name: '다온시청', region, on: madeOn })
  const departments = offices.map(name =>
    addDepartment(stage, { institutionId, name, on: madeOn, officers: 3 }),
  )
  addPlans(stage, departments, { year: 2022, visibility: 'participants', on: '2022-03-02', every: 1 })
  const occasion = addOccasion(stage, {
    seriesId: addSeries(stage, '다온시 온라인 구매상담회', madeOn),
    edition: 1,
    kind: 'consultation',
    title: '2022 다온시 온라인 구매상담회',
    host: '다온시',
    venue: '온라인',
    summary: '구매예정품목을 먼저 나누고 영상으로 1:1 상담',
    slotMinutes: 20,
    enterprisesWanted: 32,
    departmentsWanted: 20,
    plansSharedOn: '2022-03-21',
    rounds: [{ title: '영상 상담', theme: null, isOnline: true, days: ['2022-04-20', '2022-04-21'] }],
    times: ['10:00', '10:30', '11:00', '14:00', '14:30', '15:00'],
    places: [{ kind: 'video', names: Array.from({ length: 8 }, (_, index) => `영상 ${index + 1}실`) }],
  })
  const [round] = occasion.rounds
  if (!round) throw new Error('The consultation has no round.')
  const groupId = addGroup(stage, occasion, '부품소재경영인협회', '협회 회원사이며 인증이 아닙니다.')
  // Members of one side in turn with those of the other, so that every department meets both.
  const enterprises = [
    ...certified.slice(0, 23).map(({ id }) => addEnterprise(stage, occasion, id)),
    ...uncertified.map(({ id }) => addEnterprise(stage, occasion, id, { groupId })),
  ]
  const parts = departments.map(department => ({ id: addOfficers(stage, occasion, department), department }))
  addMeetings(stage, occasion, {
    round,
    placeIds: occasion.places.map(({ id }) => id),
    enterprises,
    departments: parts.map(({ id }) => id),
    count: 96,
    noShowEvery: 48,
    hasOutcomes: true,
    types: ['item', 'mutual', 'item', 'category'],
  })
  checkInOfficers(stage, occasion, parts)
  addClaims(stage, occasion, '2022 구매목표 보도자료', [
    {
      kind: 'growth',
      about: null,
      label: '구매목표 증가(억 원)',
      value: '20',
      parts: ['300', '330', '350'],
      labels: ['작년 목표', '작년 실적', '올해 목표'],
    },
  ])
  return occasion
}
