import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read } from '../kit/ask.ts'
import { eventDesk, type EventData, type EventDesk } from '../kit/event-desk.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
let desk: EventDesk
beforeAll(async () => {
  app = await startApp({ template: 'bare', clock: () => new Date('2026-11-21T03:00:00Z') })
  world = await openVetting(app)
  desk = eventDesk(app, world.staff.token)
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const create = (input: object) =>
  desk.act('createEvent', {
    input: { series: '가온 상담회', kind: 'CONSULTATION', title: '가온 상담회', year: 2027, ...input },
  })
const roundOf = (event: EventData, number = 1) =>
  event.rounds.find(round => round.number === number)?.id ?? ''
const slotsOf = (event: EventData) => event.rounds.flatMap(({ days }) => days.flatMap(({ slots }) => slots))
const hours = { from: '09:30', until: '17:00', lunchFrom: '12:00', lunchUntil: '13:00' }

test('인천 서구: two days of a fifth edition, booths with walk-ins beside timed meetings, quotas', async () => {
  let event = await create({
    series: '서구 매칭데이',
    edition: 5,
    kind: 'MATCHING_DAY',
    title: '2027 서구 매칭데이',
    host: '인천 서구',
    venue: '서구문화회관',
    enterprisesWanted: 24,
    applyUntil: '2027-01-20T18:00:00+09:00',
  })
  const { id } = event
  expect(event).toMatchObject({ edition: 5, state: 'DRAFT', rounds: [{ number: 1 }] })
  for (const on of ['2027-02-10', '2027-02-11'])
    event = await desk.act('layOutDay', { id, round: roundOf(event), on, ...hours })
  expect(event.rounds[0]?.days.map(({ onDate, slots }) => [onDate, slots.length])).toEqual([
    ['2027-02-10', 15],
    ['2027-02-11', 15],
  ])
  expect(slotsOf(event).filter(({ session }) => session === 'MORNING')).toHaveLength(12)
  event = await desk.act('addEventPlaces', { id, newPlaces: { kind: 'TABLE', names: 'T1–T14', area: '1층' } })
  event = await desk.act('addEventPlaces', { id, newPlaces: { kind: 'BOOTH', names: 'B01~B24' } })
  expect(event.places).toHaveLength(38)
  expect(event.places.filter(({ takesWalkIns }) => takesWalkIns)).toHaveLength(24)
  expect(event.places[0]).toMatchObject({ name: 'T1', area: '1층', capacity: 1 })
  const quotas = [
    { what: 'KIND', value: 'social_enterprise', minimum: 6 },
    { what: 'NEW', minimum: 3 },
    { what: 'REGION', value: '2800000000', maximum: 20 },
  ]
  event = await desk.act('setEventQuotas', { id, expectedVersion: event.version, quotas })
  expect(event.quotas.map(({ what, name }) => [what, name])).toContainEqual(['KIND', '사회적기업'])
  const [first] = event.rounds[0]?.days ?? []
  const items = [{ day: first?.id, from: '09:00', until: '09:30', title: '개막식', place: '대강당' }]
  event = await desk.act('setProgramme', { id, expectedVersion: event.version, items })
  expect(event.programme).toMatchObject([{ onDate: '2027-02-10', from: '09:00', until: '09:30' }])
  expect(event.allowedActions).toEqual(['OPEN', 'CANCEL'])
  const { event: figures } = await read<{ event: { rounds: { capacity: object }[] } }>(
    app,
    `{ event(id: "${id}") { rounds { capacity(meetings: 192) { meetings slots needed advisedFrom advisedUntil places seats isEnough } } } }`,
    { token: desk.token },
  )
  // 192 meetings in 30 slots; 14 tables and 24 booths hold 38 at once.
  expect(figures.rounds).toEqual([
    {
      capacity: {
        ...{ meetings: 192, slots: 30, needed: 7, advisedFrom: 8, advisedUntil: 8 },
        ...{ places: 38, seats: 38 * 30, isEnough: true },
      },
    },
  ])
})

test('관악구: a briefing with a programme and booths, chosen by criteria, without slots', async () => {
  const set = await world.requirementSet({
    title: '설명회 참여 기준',
    purpose: 'EVENT',
    effectiveFrom: '2026-11-21',
  })
  let event = await create({
    series: '공공구매 설명회',
    kind: 'BRIEFING',
    title: '2027 공공구매 설명회',
    venue: '관악구청 대강당',
    enterprisesWanted: 11,
    departmentsWanted: 60,
    requirementSet: set.id,
    applyUntil: '2027-04-10T18:00:00+09:00',
  })
  const { id } = event
  event = await desk.act('layOutDay', {
    id,
    round: roundOf(event),
    on: '2027-05-10',
    from: '13:00',
    until: '18:00',
  })
  const slots = slotsOf(event).map(slot => slot.id)
  event = await desk.act('removeEventSlots', { id, slots })
  expect(event.rounds[0]?.days).toMatchObject([{ onDate: '2027-05-10', slots: [] }])
  expect(event.readiness.map(({ code }) => code)).toEqual(['NO_PROGRAMME'])
  const day = event.rounds[0]?.days[0]?.id
  const items = ['교육', '인식 설문', '부스 관람'].map((title, index) => ({
    ...{ day, title, from: `${13 + index}:00`, until: `${14 + index}:00` },
  }))
  event = await desk.act('setProgramme', { id, expectedVersion: event.version, items })
  event = await desk.act('addEventPlaces', { id, newPlaces: { kind: 'BOOTH', names: 'B1-11' } })
  expect(event.places.map(({ name }) => name).slice(-2)).toEqual(['B10', 'B11'])
  event = await desk.act('takeEventStep', { id, step: 'OPEN', expectedVersion: event.version })
  event = await desk.act('takeEventStep', { id, step: 'CLOSE', expectedVersion: event.version })
  event = await desk.act('takeEventStep', { id, step: 'CONFIRM', expectedVersion: event.version })
  expect(event).toMatchObject({ state: 'CONFIRMED', readiness: [{ code: 'NOT_OVER', blocks: ['FINISH'] }] })
})

test('서울 2021: three online rounds, each with a theme, days and video rooms of its own', async () => {
  let event = await create({
    series: '서울 온라인 상담회',
    title: '2027 온라인 상담회',
    departmentsWanted: 85,
  })
  const { id } = event
  const rounds = ['판로 진입 지원', '그린뉴딜', '시장 확대'].map((theme, index) => ({
    ...{ id: index === 0 ? roundOf(event) : null, title: `${index + 1}회차`, theme, isOnline: true },
    ...(index === 2 && { travelMinutes: 10 }),
  }))
  event = await desk.act('setEventRounds', { id, expectedVersion: event.version, rounds })
  for (const [index, on] of ['2027-05-12', '2027-07-14', '2027-10-13'].entries())
    event = await desk.act('layOutDay', { id, round: roundOf(event, index + 1), on, ...hours })
  event = await desk.act('addEventPlaces', {
    id,
    newPlaces: { kind: 'VIDEO', names: '화상1–화상20', round: roundOf(event, 2) },
  })
  event = await desk.act('addEventPlaces', {
    id,
    newPlaces: { kind: 'VIDEO', names: '공용1', link: 'https://video.example.kr/common' },
  })
  expect(event.rounds.map(({ travelMinutes }) => travelMinutes)).toEqual([0, 0, 10])
  expect(event.rounds.map(({ theme, days }) => [theme, days[0]?.onDate, days[0]?.slots.length])).toEqual([
    ['판로 진입 지원', '2027-05-12', 15],
    ['그린뉴딜', '2027-07-14', 15],
    ['시장 확대', '2027-10-13', 15],
  ])
  expect(event.readiness).toContainEqual({ code: 'NO_LINKS', count: 20, blocks: ['CONFIRM'] })
  // An online event needs no venue, and one without a deadline takes no applications.
  expect(event.readiness.map(({ code }) => code)).not.toContain('NO_VENUE')
  expect(await desk.refused('takeEventStep', { id, step: 'OPEN', expectedVersion: event.version })).toEqual({
    code: 'WRONG_STATE',
    field: 'id',
  })
  const swapped = [2, 1, 3].map(number => {
    const round = event.rounds.find(each => each.number === number)
    return { id: round?.id, title: round?.title, theme: round?.theme, isOnline: true }
  })
  event = await desk.act('setEventRounds', { id, expectedVersion: event.version, rounds: swapped })
  expect(event.rounds.map(({ number, theme }) => [number, theme])).toEqual([
    [1, '그린뉴딜'],
    [2, '판로 진입 지원'],
    [3, '시장 확대'],
  ])
})

test('시흥시: an association that is no certificate, video meetings; next year it is copied', async () => {
  let event = await create({
    series: '시흥 상담회',
    title: '2022 시흥 상담회',
    year: 2022,
    applyUntil: '2022-03-01T18:00:00+09:00',
    enterprisesWanted: 32,
  })
  const { id } = event
  const groups = [{ name: '소부장경영인협회', note: '소재·부품·장비 경영인' }]
  event = await desk.act('setParticipantGroups', { id, expectedVersion: event.version, groups })
  const group = event.groups[0]?.id ?? ''
  const quotas = [{ what: 'GROUP', value: group, maximum: 9 }]
  event = await desk.act('setEventQuotas', { id, expectedVersion: event.version, quotas })
  expect(event.quotas).toMatchObject([{ what: 'GROUP', value: group, name: '소부장경영인협회', maximum: 9 }])
  event = await desk.act('layOutDay', { id, round: roundOf(event), on: '2022-03-16', ...hours })
  event = await desk.act('addEventPlaces', { id, newPlaces: { kind: 'VIDEO', names: '화상1–3' } })
  const slot = slotsOf(event)[0]?.id ?? ''
  const place = event.places[1]?.id ?? ''
  event = await desk.act('setEventPlaceHours', { id, places: [place], slots: [slot], capacity: 0 })
  const day = event.rounds[0]?.days[0]?.id
  const items = [{ day, from: '09:00', until: '09:30', title: '개회' }]
  event = await desk.act('setProgramme', { id, expectedVersion: event.version, items })

  const copy = await desk.act('copyEvent', { id, copy: {} })
  expect(copy).toMatchObject({
    ...{ edition: 2, year: 2023, title: '2023 시흥 상담회', state: 'DRAFT', enterprisesWanted: 32 },
    // 52 weeks later it is a Wednesday again.
    ...{ firstDay: '2023-03-15', applyUntil: '2023-02-28T09:00:00.000Z' },
    groups: [{ name: '소부장경영인협회' }],
    programme: [{ onDate: '2023-03-15', from: '09:00', title: '개회' }],
    series: { nextEdition: 3 },
  })
  expect(copy.id).not.toBe(id)
  expect(copy.quotas).toMatchObject([{ value: copy.groups[0]?.id, name: '소부장경영인협회' }])
  expect(copy.groups[0]?.id).not.toBe(group)
  expect(slotsOf(copy).map(({ from, until }) => [from, until])).toEqual(
    slotsOf(event).map(({ from, until }) => [from, until]),
  )
  expect(copy.places[1]?.slotCapacities).toEqual([{ slot: slotsOf(copy)[0]?.id, capacity: 0 }])
  // The one copied is as it was.
  expect(await desk.read(id)).toEqual({ ...event, series: { ...event.series, nextEdition: 3 } })
  const moved = await desk.act('copyEvent', {
    id,
    copy: { year: 2027, firstDay: '2027-03-10', title: '봄 상담회' },
  })
  expect(moved).toMatchObject({ edition: 3, title: '봄 상담회', firstDay: '2027-03-10', year: 2027 })
})
