import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read, refusal } from '../kit/ask.ts'
import { openMatching, publicId } from '../kit/matching.ts'
import { addMatches, solved, step, type Timetable } from '../kit/timetable.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const token = () => world.staff.token

/** Every enterprise meets every department. */
const everyPair = (enterprises: number, departments: number) =>
  Array.from(
    { length: enterprises * departments },
    (_, number) => [number % enterprises, Math.floor(number / enterprises)] as const,
  )

/** Nobody is in two places, and no place holds more than it can: looked at by the figures alone. */
function expectSound({ cells, slots, places }: Timetable, seats: ReadonlyMap<string, number> = new Map()) {
  const taken = new Map<string, number>()
  const take = (key: string) => taken.set(key, (taken.get(key) ?? 0) + 1)
  for (const { slotId, placeId, enterpriseId, departmentId } of cells) {
    for (const one of [placeId, enterpriseId, departmentId]) take(`${slotId} ${one}`)
  }
  const over = [...taken].filter(([key, count]) => {
    const [slot = '', what = ''] = key.split(' ')
    const place = places.find(({ id }) => id === what)
    const capacity = place?.capacity[slots.findIndex(({ id }) => id === slot)]
    return count > (capacity ?? seats.get(what) ?? 1)
  })
  expect(over).toEqual([])
}

test('chosen meetings become a timetable with a proof, and the published one becomes the meetings of the day', async () => {
  const made = await openMatching(app, world, { enterprises: 3, departments: 3, slots: 5, tables: 3 })
  await addMatches(world, made, everyPair(3, 3))
  const draft = await solved(app, token(), made.event.round)
  expect(draft).toMatchObject({ state: 'DRAFT', proof: { kind: 'OPTIMAL', value: 0, bound: 0 }, diff: null })
  expect(draft.cells).toHaveLength(9)
  expectSound(draft)
  expect(draft.parties.every(({ breaks, meetings }) => breaks === 0 && meetings === 3)).toBe(true)

  const published = await step(app, token(), `publishTimetable(id: "${draft.id}")`)
  expect(published).toMatchObject({ state: 'PUBLISHED', steps: ['REPLAN'] })
  const meetings = await world.sql.run<{ slot: string; n: number }>(
    `select m.slot_id as slot, count(s.*)::int as n from meeting m join meeting_seat s on s.meeting_id = m.id
     where m.event_id = $1 and m.state = 'planned' group by m.id`,
    [made.event.key],
  )
  expect(meetings.map(({ n }) => n)).toEqual(Array.from({ length: 9 }, () => 2))
  const told = await world.sql.run<{ name: string; n: number }>(
    `select name, count(*)::int as n from ledger where detail->>'round' = $1 and subject_type = 'participation' group by 1`,
    [made.event.round],
  )
  expect(told).toEqual([{ name: 'schedule.published', n: 6 }])

  const [enterprise] = made.enterprises
  const calendar = (by: string) =>
    fetch(`${app.url}/admin/calendar/${enterprise?.id}.ics`, { headers: { authorization: `Bearer ${by}` } })
  const file = await calendar(await made.tokenOf('enterprise', enterprise?.key ?? ''))
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const text = await file.text()
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3)
  expect(text).toContain('DTSTART:20270210T0')
  expect(text.split('\r\n').every(line => Buffer.byteLength(line) <= 75)).toBe(true)
  const stranger = await made.tokenOf('enterprise', made.enterprises[1]?.key ?? '')
  expect((await calendar(stranger)).status).toBe(404)
})

test('when a meeting is off the others stay, and only its two are told', async () => {
  const made = await openMatching(app, world, { enterprises: 5, departments: 4, slots: 6, tables: 4 })
  await addMatches(world, made, everyPair(5, 4))
  const { id } = await solved(app, token(), made.event.round)
  const published = await step(app, token(), `publishTimetable(id: "${id}")`)
  const off = published.cells[0]
  const repaired = await step(
    app,
    token(),
    `replanTimetable(id: "${id}", because: { reason: "기업 사정", cancelled: ["${off?.matchId}"] })`,
  )
  expect(repaired).toMatchObject({
    state: 'DRAFT',
    diff: { moved: 0, added: 0, off: 1, same: 19, notify: 2 },
  })
  const before = await world.sql.run<{ id: string }>(`select id from meeting where event_id = $1`, [
    made.event.key,
  ])
  await step(app, token(), `publishTimetable(id: "${repaired.id}")`)
  const after = await world.sql.run<{ id: string; state: string }>(
    `select id, state from meeting where event_id = $1 order by state`,
    [made.event.key],
  )
  expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
  expect(after.filter(({ state }) => state === 'cancelled')).toHaveLength(1)
  const told = await world.sql.run<{ subject: string }>(
    `select subject_id as subject from ledger where name = 'schedule.changed' and detail->>'round' = $1`,
    [made.event.round],
  )
  expect(told.map(({ subject }) => publicId('participation', subject)).sort()).toEqual(
    [`${off?.enterpriseId}`, `${off?.departmentId}`].sort(),
  )
  const states = await read<{ timetableRounds: { runs: { state: string }[] }[] }>(
    app,
    `{ timetableRounds(event: "${made.event.id}") { runs { state } } }`,
    { token: token() },
  )
  expect(states.timetableRounds[0]?.runs.map(({ state }) => state)).toEqual(['PUBLISHED', 'SUPERSEDED'])
})

test('when somebody is away or a place is closed, as few as can be move, and nobody loses a meeting', async () => {
  const made = await openMatching(app, world, { enterprises: 5, departments: 4, slots: 8, tables: 4 })
  await addMatches(world, made, everyPair(5, 4))
  const { id, cells } = await solved(app, token(), made.event.round)
  await step(app, token(), `publishTimetable(id: "${id}")`)
  const [one] = cells
  const moved = await step(
    app,
    token(),
    `replanTimetable(id: "${id}", because: { reason: "늦게 도착", away: [{ participation: "${one?.enterpriseId}", slots: ["${one?.slotId}"] }] })`,
  )
  expectSound(moved)
  expect(moved.cells).toHaveLength(20)
  expect(moved.diff?.moved).toBeGreaterThan(0)
  expect(moved.diff?.moved).toBeLessThanOrEqual(3)
  const spot = moved.cells[5]
  const closed = await step(
    app,
    token(),
    `replanTimetable(id: "${moved.id}", because: { reason: "자리 고장", closed: [{ place: "${spot?.placeId}", slots: ["${spot?.slotId}"] }] })`,
  )
  expectSound(closed)
  expect(closed.cells).toHaveLength(20)
  expect(
    closed.cells.some(({ slotId, placeId }) => slotId === spot?.slotId && placeId === spot?.placeId),
  ).toBe(false)
})

test('where there can be no timetable, it says whose time is short and what would help', async () => {
  const made = await openMatching(app, world, { enterprises: 4, departments: 1, slots: 3, tables: 3 })
  await addMatches(world, made, everyPair(4, 1))
  const failed = await solved(app, token(), made.event.round)
  expect(failed).toMatchObject({ state: 'FAILED', proof: { kind: 'INFEASIBLE' }, cells: [] })
  expect(failed.reason).toMatch(/부서 01은\(는\) 상담 4건인데 비어 있는 시간이 3칸입니다\.$/)
  expect(failed.fixes.map(({ label }) => label)).toEqual([
    expect.stringContaining('담당자 한 명 더하기'),
    expect.stringContaining('상담 하나 빼기'),
  ])
})

test('a department with two officers holds two meetings at once, and several days are timed one by one', async () => {
  const made = await openMatching(app, world, { enterprises: 6, departments: 1, slots: 3, tables: 2 })
  const [department] = made.departments
  await world.sql.run('update participation set seats = 2 where id = $1', [department?.participation])
  await addMatches(world, made, everyPair(6, 1))
  const draft = await solved(app, token(), made.event.round)
  expect(draft).toMatchObject({ state: 'DRAFT', proof: { kind: 'OPTIMAL', value: 0 } })
  expectSound(draft, new Map([[department?.id ?? '', 2]]))
  const published = await step(app, token(), `publishTimetable(id: "${draft.id}")`)
  expect(published.state).toBe('PUBLISHED')

  const twoDays = await openMatching(app, world, { enterprises: 4, departments: 1, slots: 2, tables: 2 })
  await addSecondDay(twoDays.event)
  await addMatches(world, twoDays, everyPair(4, 1))
  const both = await solved(app, token(), twoDays.event.round)
  expect(both).toMatchObject({ state: 'DRAFT', proof: { kind: 'OPTIMAL', value: 0 } })
  expect(both.cells).toHaveLength(4)
  expectSound(both)
})

async function addSecondDay({ key, round, day }: { key: string; round: string; day: string }) {
  await world.sql.run(
    `with made as (insert into event_day (id, event_id, round_id, on_date)
       values (gen_random_uuid(), $1, $2, '2027-02-11') returning id)
     insert into event_slot (id, event_id, day_id, session, starts_at, ends_at)
     select gen_random_uuid(), $1, made.id, s.session, s.starts_at + interval '1 day', s.ends_at + interval '1 day'
     from event_slot s, made where s.day_id = $3`,
    [key, round, day],
  )
}

test('staff move and pin meetings of a draft, and are told why a cell is none', async () => {
  const made = await openMatching(app, world, { enterprises: 2, departments: 2, slots: 4, tables: 3 })
  await addMatches(world, made, everyPair(2, 2))
  const draft = await solved(app, token(), made.event.round)
  const [cell] = draft.cells
  const { timetableMoves: moves } = await read<{
    timetableMoves: { slotId: string; placeId: string; because: string | null }[]
  }>(app, `{ timetableMoves(id: "${draft.id}", match: "${cell?.matchId}") { slotId placeId because } }`, {
    token: token(),
  })
  expect(moves).toHaveLength(12)
  const busy = moves.find(({ because }) => because?.includes('다른 상담이 있습니다'))
  const free = moves.find(
    ({ because, slotId, placeId }) =>
      because === null && (slotId !== cell?.slotId || placeId !== cell.placeId),
  )
  const move = (to: typeof busy) =>
    `moveInTimetable(id: "${draft.id}", match: "${cell?.matchId}", slot: "${to?.slotId}", place: "${to?.placeId}")`
  expect(await refusal(app, `mutation { ${move(busy)} { id } }`, { token: token() })).toEqual({
    code: 'WRONG_STATE',
    field: 'slot',
  })
  const moved = await step(app, token(), move(free))
  expectSound(moved)
  expect(moved.cells.find(({ matchId }) => matchId === cell?.matchId)).toMatchObject({
    slotId: free?.slotId,
    placeId: free?.placeId,
    isPinned: true,
  })
  const again = await solved(app, token(), made.event.round)
  expect(again.cells.find(({ matchId }) => matchId === cell?.matchId)).toMatchObject({
    slotId: free?.slotId,
    isPinned: true,
  })
  const loose = await step(
    app,
    token(),
    `pinInTimetable(id: "${again.id}", match: "${cell?.matchId}", isPinned: false)`,
  )
  expect(loose.cells.some(({ isPinned }) => isPinned)).toBe(false)
})

test('a search can be stopped with what there is, and one at a time is enough for a round', async () => {
  const made = await openMatching(app, world, { enterprises: 14, departments: 14, slots: 16, tables: 8 })
  await addMatches(
    world,
    made,
    everyPair(14, 14).filter((_, number) => number % 2 === 0),
  )
  const round = publicId('round', made.event.round)
  const { id } = await step(app, token(), `runTimetable(round: "${round}", seconds: 60)`)
  expect(
    await refusal(app, `mutation { runTimetable(round: "${round}") { id } }`, { token: token() }),
  ).toEqual({
    code: 'WRONG_STATE',
    field: 'round',
  })
  await eventually(async () => {
    const { timetable } = await read<{
      timetable: { state: string; progress: { breaks: number | null } | null }
    }>(app, `{ timetable(id: "${id}") { state progress { breaks } } }`, { token: token() })
    if (timetable.state === 'SOLVING' && timetable.progress?.breaks == null) throw new Error('Nothing yet')
    if (timetable.state === 'SOLVING') await step(app, token(), `stopTimetable(id: "${id}")`)
  })
  await eventually(async () => {
    const { timetable } = await read<{ timetable: Timetable }>(
      app,
      `{ timetable(id: "${id}") { state cells { matchId } } }`,
      {
        token: token(),
      },
    )
    expect(timetable).toMatchObject({ state: 'DRAFT' })
    expect(timetable.cells).toHaveLength(98)
  })
})

test('a search whose process died says so and is not begun again', async () => {
  const made = await openMatching(app, world)
  await addMatches(world, made, [[0, 0]])
  const id = crypto.randomUUID()
  await world.sql.run(
    `insert into timetable_run (id, event_id, round_id, center_id, number, state, input_hash, budget_seconds, progress, requested_by_id, created_at)
     values ($1, $2, $3, $4, 1, 'solving', '', 30, '{"seconds": 4}', $5, now())`,
    [id, made.event.key, made.event.round, world.center, world.staff.id],
  )
  await eventually(async () => {
    const { timetable } = await read<{ timetable: Timetable }>(
      app,
      `{ timetable(id: "${publicId('run', id)}") { state reason steps } }`,
      { token: token() },
    )
    expect(timetable).toEqual({
      state: 'FAILED',
      reason: '서버가 다시 시작되어 시간표 찾기가 중단되었습니다. 다시 짜 주세요.',
      steps: ['DISCARD'],
    })
  })
  expect(await step(app, token(), `discardTimetable(id: "${publicId('run', id)}")`)).toMatchObject({
    state: 'DISCARDED',
  })
})

test('nobody is sent to another building in five minutes; where that cannot be helped, it says who has to run', async () => {
  const made = await openMatching(app, world, { enterprises: 2, departments: 1, slots: 2, tables: 3 })
  await addMatches(world, made, everyPair(2, 1))
  const { event } = made
  const [first, second] = event.slots
  const [main, annex, both] = event.places
  await world.sql.run('update event_round set travel_minutes = 10 where id = $1', [event.round])
  await world.sql.run(
    `update event_place set area = case when id = $2 then '본관' else '별관' end where event_id = $1`,
    [event.key, main],
  )
  const close = (place?: string, slot?: string) =>
    world.sql.run('insert into event_place_slot (place_id, slot_id, capacity) values ($1, $2, 0)', [
      place,
      slot,
    ])
  await close(main, second)
  await close(annex, first)
  const kept = await solved(app, token(), event.round)
  expect(kept.walks).toEqual([])
  expect(kept.cells.map(({ placeId }) => placeId)).not.toContain(publicId('place', main ?? ''))

  await close(both, first)
  const { cells, walks } = await solved(app, token(), event.round)
  expect(cells).toHaveLength(2)
  const there = { fromPlaceId: publicId('place', main ?? ''), pauseMinutes: 5 }
  expect(walks).toEqual([
    { ...there, name: expect.stringContaining('부서 01'), toPlaceId: expect.anything() },
  ])
})

test('another centre finds no timetable and can do nothing with it', async () => {
  const made = await openMatching(app, world)
  await addMatches(world, made, [[0, 0]])
  const { id } = await solved(app, token(), made.event.round)
  const { question } = await world.neighbour()
  expect(
    await read(
      app,
      `{ timetable(id: "${id}") { id } timetableRounds(event: "${made.event.id}") { id } }`,
      question,
    ),
  ).toEqual({
    timetable: null,
    timetableRounds: [],
  })
  for (const call of [
    `publishTimetable(id: "${id}")`,
    `discardTimetable(id: "${id}")`,
    `runTimetable(round: "${publicId('round', made.event.round)}")`,
    `replanTimetable(id: "${id}", because: { reason: "사정" })`,
  ])
    expect(await refusal(app, `mutation { ${call} { id } }`, question)).toMatchObject({ code: 'NOT_FOUND' })
})
