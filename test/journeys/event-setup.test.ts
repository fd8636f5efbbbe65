import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
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
    [
      'setEventRounds',
      { expectedVersion: 1, rounds: [{ title: '1회차', travelMinutes: 241 }] },
      'rounds.0.travelMinutes',
    ],
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
