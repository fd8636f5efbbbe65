import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read } from '../kit/ask.ts'
import { eventDesk, type EventData, type EventDesk } from '../kit/event-desk.ts'
import { addDepartment, addParticipation } from '../kit/event.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
let desk: EventDesk
let colleague: EventDesk
beforeAll(async () => {
  app = await startApp({ template: 'bare', clock: () => new Date('2026-11-21T03:00:00Z') })
  world = await openVetting(app)
  desk = eventDesk(app, world.staff.token)
  colleague = eventDesk(app, world.colleague.token)
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
const hex = (id: string) => id.replace(/^[a-z]+_/, '')

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

test('slots are of their day in Seoul, on either side of midnight', async () => {
  let event = await create({})
  const { id } = event
  event = await desk.act('layOutDay', {
    ...{ id, round: roundOf(event), on: '2027-02-10', from: '00:00', until: '01:00' },
    ...{ slotMinutes: 30, gapMinutes: 0 },
  })
  expect(slotsOf(event)).toMatchObject([
    { from: '00:00', until: '00:30', startsAt: '2027-02-09T15:00:00.000Z' },
    { from: '00:30', until: '01:00' },
  ])
  event = await desk.act('layOutDay', {
    ...{ id, round: roundOf(event), on: '2027-02-11', from: '23:00', until: '24:00' },
    ...{ slotMinutes: 30, gapMinutes: 0 },
  })
  expect(event.rounds[0]?.days.map(({ onDate, slots }) => [onDate, slots.at(-1)?.until])).toEqual([
    ['2027-02-10', '01:00'],
    ['2027-02-11', '24:00'],
  ])
  for (const wrong of [
    { from: '9:30' },
    { until: '24:10' },
    { until: '09:30' },
    { until: '09:40' },
    { lunchUntil: '11:00' },
  ])
    expect(
      await desk.refused('layOutDay', { id, round: roundOf(event), on: '2027-02-12', ...hours, ...wrong }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: Object.keys(wrong)[0] })
})

test('what meetings hang on is not taken away silently', async () => {
  let event = await create({ title: '예약된 상담회' })
  const { id } = event
  const key = hex(id)
  event = await desk.act('layOutDay', { id, round: roundOf(event), on: '2027-02-10', ...hours })
  event = await desk.act('addEventPlaces', { id, newPlaces: { kind: 'TABLE', names: 'T1–T2', capacity: 2 } })
  const slots = slotsOf(event)
  const [t1, t2] = event.places.map(place => place.id)
  const timed = [
    { slot: slots[0]?.id ?? '', place: t1 ?? '', seat: 0 },
    { slot: slots[0]?.id ?? '', place: t1 ?? '', seat: 1 },
    { slot: slots[14]?.id ?? '', place: t2 ?? '', seat: 0 },
  ]
  for (const { slot, place, seat } of timed)
    await addMeeting(key, hex(roundOf(event)), hex(slot), hex(place), seat)
  const planned = () =>
    world.sql.run<{ slot_id: string | null; seats: string }>(
      `select m.slot_id, (select count(*) from meeting_seat s where s.meeting_id = m.id) as seats
       from meeting m where m.event_id = $1 order by m.slot_id nulls last`,
      [key],
    )

  const blocked = { code: 'WRONG_STATE', field: 'isConfirmed' }
  const shorter = { id, round: roundOf(event), on: '2027-02-10', ...hours, until: '16:00' }
  expect(await desk.refused('layOutDay', shorter)).toEqual(blocked)
  expect(await desk.refused('removeEventPlaces', { id, places: [t1] })).toEqual(blocked)
  expect(
    await desk.refused('changeEventPlaces', { id, places: [t1], placeChanges: { capacity: 1 } }),
  ).toEqual(blocked)
  expect(
    await desk.refused('setEventPlaceHours', { id, places: [t1], slots: [slots[0]?.id], capacity: 0 }),
  ).toEqual(blocked)
  const day = event.rounds[0]?.days[0]?.id
  expect(await desk.refused('removeEventDay', { id, day })).toEqual(blocked)
  expect((await planned()).filter(({ slot_id: slot }) => slot === null)).toEqual([])
  expect((await desk.read(id))?.version).toBe(event.version)

  // Longer hours keep the slots, and with them the meetings, that stay as they were.
  event = await desk.act('layOutDay', { ...shorter, until: '18:00' })
  expect(
    slotsOf(event)
      .map(slot => slot.id)
      .slice(0, 15),
  ).toEqual(slots.map(slot => slot.id))
  event = await desk.act('changeEventPlaces', {
    id,
    places: [t1],
    placeChanges: { capacity: 1 },
    isConfirmed: true,
  })
  expect((await planned()).map(({ slot_id: slot, seats }) => [slot !== null, Number(seats)])).toEqual([
    [true, 2],
    [true, 2],
    [false, 0],
  ])
  await world.sql.run(`update meeting set state = 'held' where event_id = $1 and slot_id = $2`, [
    key,
    hex(timed[2]?.slot ?? ''),
  ])
  expect(await desk.refused('removeEventPlaces', { id, places: [t2], isConfirmed: true })).toEqual({
    code: 'WRONG_STATE',
    field: 'id',
  })
  const rounds = [{ title: '새 회차' }]
  expect(await desk.refused('setEventRounds', { id, expectedVersion: event.version, rounds })).toMatchObject({
    code: 'WRONG_STATE',
  })
})

async function addMeeting(event: string, round: string, slot: string, place: string, seat: number) {
  const enterprise = await world.enterprise()
  const sides = await Promise.all([
    addParticipation(world.sql, { key: event }, 'enterprise', enterprise.key),
    addParticipation(
      world.sql,
      { key: event },
      'department',
      await addDepartment(world.sql, world.center, '총무과'),
    ),
  ])
  await world.sql.run(
    `with m as (
       insert into meeting (id, event_id, round_id, center_id, origin, enterprise_id, department_id, slot_id, place_id, place_seat, state, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, $3, 'timetable', $4, $5, $6, $7, $8, 'planned', now(), now()) returning id)
     insert into meeting_seat (meeting_id, participation_id, slot_id) select m.id, p.id, $6 from m, unnest($9::uuid[]) p(id)`,
    [event, round, world.center, ...sides, slot, place, seat, sides],
  )
}

test('two people at once: fields are compared, sections stand apart, steps want what is true now', async () => {
  const event = await create({ title: '함께 고치는 상담회' })
  const { id, version } = event
  const theirs = await colleague.act('changeEvent', {
    id,
    expectedVersion: version,
    changes: { venue: '시민회관' },
  })
  expect(
    await desk.refused('changeEvent', { id, expectedVersion: version, changes: { venue: '구청' } }),
  ).toEqual({
    code: 'CONFLICT',
    field: 'expectedVersion',
  })
  // Of another section nobody was faster.
  const groups = [{ name: '협회' }]
  const both = await desk.act('setParticipantGroups', { id, expectedVersion: version, groups })
  expect(both).toMatchObject({ venue: '시민회관', groups: [{ name: '협회' }], version: theirs.version + 1 })
  expect(
    await colleague.refused('setParticipantGroups', { id, expectedVersion: theirs.version, groups: [] }),
  ).toMatchObject({ code: 'CONFLICT' })
  expect(await desk.refused('takeEventStep', { id, step: 'CANCEL', expectedVersion: version })).toMatchObject(
    {
      code: 'CONFLICT',
    },
  )
  expect(
    await desk.refused('takeEventStep', { id, step: 'CANCEL', expectedVersion: both.version, reason: '비' }),
  ).toEqual({ code: 'BAD_USER_INPUT', field: 'reason' })
  const cancelled = await desk.act('takeEventStep', {
    ...{ id, step: 'CANCEL', expectedVersion: both.version, reason: '태풍으로 열지 않기로 했습니다.' },
  })
  expect(cancelled).toMatchObject({ state: 'CANCELLED', allowedActions: [], readiness: [] })
  expect(
    await desk.refused('changeEvent', { id, expectedVersion: cancelled.version, changes: {} }),
  ).toMatchObject({
    code: 'WRONG_STATE',
  })
})

test('another centre neither sees nor changes it, whatever it names', async () => {
  const event = await desk.act('layOutDay', {
    ...{ on: '2027-03-10', ...hours },
    ...(created => ({ id: created.id, round: roundOf(created) }))(await create({ title: '우리 상담회' })),
  })
  const neighbour = eventDesk(app, (await world.neighbour()).token)
  expect(await neighbour.read(event.id)).toBeNull()
  const other = await neighbour.act('createEvent', {
    input: { series: '가온 상담회', kind: 'CONSULTATION', title: '이웃 상담회', year: 2027 },
  })
  // A series of one's own: the name is shared, the editions are not.
  expect(other.edition).toBe(1)
  const { id } = event
  const slot = slotsOf(event)[0]?.id
  const missing = { code: 'NOT_FOUND' }
  expect(
    await neighbour.refused('changeEvent', { id, expectedVersion: 1, changes: { title: '가' } }),
  ).toMatchObject(missing)
  expect(await neighbour.refused('copyEvent', { id, copy: {} })).toMatchObject(missing)
  expect(await neighbour.refused('removeEventSlots', { id: other.id, slots: [slot] })).toMatchObject(missing)
  expect(
    await neighbour.refused('layOutDay', { id: other.id, round: roundOf(event), on: '2027-03-10', ...hours }),
  ).toMatchObject(missing)
  expect(
    await neighbour.refused('addEventPlaces', {
      ...{ id: other.id, newPlaces: { kind: 'TABLE', names: 'T1', round: roundOf(event) } },
    }),
  ).toMatchObject(missing)
})

test('bad input says which, and what stands in the ledger tells who did what', async () => {
  const event = await create({ title: '기록 상담회' })
  const { id } = event
  const cases: [string, object, string][] = [
    ['addEventPlaces', { newPlaces: { kind: 'TABLE', names: 'T1, T1' } }, 'places.names'],
    ['addEventPlaces', { newPlaces: { kind: 'TABLE', names: 'T9–T1' } }, 'places.names'],
    ['addEventPlaces', { newPlaces: { kind: 'VIDEO', names: 'V1', link: 'http://x.kr' } }, 'places.link'],
    ['addEventPlaces', { newPlaces: { kind: 'TABLE', names: 'T1', link: 'https://x.kr' } }, 'places.link'],
    ['changeEvent', { expectedVersion: 1, changes: { slotMinutes: 4 } }, 'changes.slotMinutes'],
    ['changeEvent', { expectedVersion: 1, changes: { title: ' ' } }, 'changes.title'],
    ['setEventQuotas', { expectedVersion: 1, quotas: [{ what: 'NEW' }] }, 'quotas.0.minimum'],
    [
      'setEventQuotas',
      { expectedVersion: 1, quotas: [{ what: 'KIND', value: '없음', minimum: 1 }] },
      'quotas.0.value',
    ],
    [
      'setEventQuotas',
      { expectedVersion: 1, quotas: [{ what: 'NEW', minimum: 3, maximum: 2 }] },
      'quotas.0.maximum',
    ],
    ['setEventRounds', { expectedVersion: 1, rounds: [] }, 'rounds'],
  ]
  for (const [name, variables, field] of cases)
    expect(await desk.refused(name, { id, ...variables }), field).toEqual({ code: 'BAD_USER_INPUT', field })
  expect(await desk.read(id)).toEqual(event)
  await desk.act('changeEvent', { id, expectedVersion: 1, changes: { title: '고친 상담회' } })
  const rows = await world.sql.run<{ name: string; actor_id: string }>(
    `select name, actor_id from ledger where subject_type = 'event' and subject_id = $1 order by id`,
    [hex(id)],
  )
  expect(rows).toEqual([
    { name: 'event.created', actor_id: world.staff.id },
    { name: 'event.changed', actor_id: world.staff.id },
  ])
})
