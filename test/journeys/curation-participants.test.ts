import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read } from '../kit/ask.ts'
import { openCuration, type CurationWorld } from '../kit/curation.ts'
import { addDepartment, addParticipation } from '../kit/event.ts'
import { newPerson } from '../kit/person.ts'

let app: TestApp
let world: CurationWorld
let staff: string
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openCuration(app)
  staff = world.staff.token
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const applicants = (names: string[]) => Promise.all(names.map(name => world.applicant(name)))

/** So many have applied, and applications are closed. */
async function applied(names: string[], given: Parameters<CurationWorld['event']>[0] = {}) {
  const event = await world.event(given)
  const who = await applicants(names)
  const rows = []
  for (const each of who) rows.push({ ...each, row: await world.apply(each, event) })
  await world.setState(event, 'curating')
  return { event, who: rows }
}

const noticesOf = (person: { id: string }) =>
  world.sql.run<{ kind: string; body: string; path: string }>(
    'select kind, body, path from notice where person_id = $1 order by created_at',
    [person.id],
  )

test('the centre invites, by what they are; whoever is invited accepts, and is not asked twice', async () => {
  const event = await world.event()
  const who = await applicants(['초대하나', '초대둘'])
  const invite = (isDryRun: boolean) =>
    read<{ inviteParticipants: { names: string[]; refused: { code: string }[] } }>(
      app,
      `mutation { inviteParticipants(eventId: "${event.id}", invited: { side: ENTERPRISE, query: "초대" }, isDryRun: ${isDryRun}) { names refused { code } } }`,
      { token: staff },
    )
  const rehearsed = await invite(true)
  expect(rehearsed.inviteParticipants).toEqual({ names: ['초대둘', '초대하나'], refused: [] })
  expect((await world.list(staff, event)).totalCount).toBe(0)
  expect(await invite(false)).toEqual(rehearsed)
  expect((await invite(false)).inviteParticipants).toMatchObject({
    names: [],
    refused: [{ code: 'CONFLICT' }, { code: 'CONFLICT' }],
  })
  const [first] = who
  if (!first) throw new Error('Two were invited')
  const [own] = await world.own(first.person.token)
  expect(own).toMatchObject({ state: 'INVITED', allowedActions: ['ACCEPT', 'DECLINE'] })
  if (own) await world.accept(first.person.token, own)
  expect(await world.own(first.person.token)).toMatchObject([{ state: 'CONFIRMED' }])
})

test('an invitation that nobody answers runs out: its place goes to whoever waits, and each is told once', async () => {
  const event = await world.event({ wanted: 2, state: 'curating' })
  const [waits, answers, ...others] = await applicants(['기다림', '늦은답', '무답하나', '무답둘'])
  if (!waits || !answers) throw new Error('Four are there')
  const add = (key: string, state: string, until: string | null) =>
    world.sql.run(
      `insert into participation (id, event_id, center_id, side, enterprise_id, origin, state, told_state, wait_rank, reply_until, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, 'enterprise', $3, 'invited', $4, $4, case when $4 = 'waitlisted' then 1 end, $5, now(), now())`,
      [event.key, world.center, key, state, until],
    )
  await add(waits.key, 'waitlisted', null)
  await add(answers.key, 'invited', '2099-01-01T00:00:00Z')
  // Two places, one of them still waited for: of two that fall free only the second is anybody's.
  for (const { key } of others) await add(key, 'invited', '2026-01-01T00:00:00Z')
  await eventually(async () => {
    expect(await world.own(others[1]?.person.token ?? '')).toMatchObject([
      { state: 'DECLINED', reason: '회신 기한까지 답이 없어 초청이 끝났습니다.' },
    ])
  })
  expect(await world.own(waits.person.token)).toMatchObject([{ state: 'CONFIRMED' }])
  expect(await world.own(answers.person.token)).toMatchObject([{ state: 'INVITED' }])
  const told = await world.sql.run<{ name: string; n: number }>(
    `select name, count(*)::int as n from ledger where detail->>'event' = $1 group by 1 order by 1`,
    [event.key],
  )
  expect(told).toEqual([
    { name: 'participation.expired', n: 2 },
    { name: 'participation.promoted', n: 1 },
  ])
  for (const { person } of others)
    await eventually(async () => {
      expect((await noticesOf(person)).map(({ kind }) => kind)).toEqual(['event.expired'])
    })
})

test('a participant says when it can meet until its timetable is out, the centre also after that', async () => {
  const { event, who } = await applied(['시간사정'])
  const [one] = who
  if (!one) throw new Error('One has applied')
  const call = (version: number, words: string) =>
    `changeParticipation(id: "${one.row.id}", expectedVersion: ${version}, application: ${words})`
  const slots = event.slots.slice(0, 2).map(key => `"slot_${key.replaceAll('-', '')}"`)
  const words = `{ seats: 2, meetingsMost: 5, awaySlotIds: [${slots.join(', ')}] }`
  const said = await read<{ changeParticipation: { version: number; awaySlotIds: string[] } }>(
    app,
    `mutation { ${call(one.row.version, words)} { version seats meetingsMost awaySlotIds canSetAvailability } }`,
    { token: one.person.token },
  )
  expect(said.changeParticipation).toMatchObject({ seats: 2, meetingsMost: 5, canSetAvailability: true })
  expect(said.changeParticipation.awaySlotIds).toHaveLength(2)
  const { version } = said.changeParticipation
  // What else it says was closed with the applications.
  expect(await world.refused(one.person.token, call(version, '{ statement: "늦은 말" }'))).toMatchObject({
    code: 'WRONG_STATE',
  })
  expect(await world.refused(one.person.token, call(version, '{ meetingsMost: 0 }'))).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'application.meetingsMost',
  })
  const department = await addDepartment(world.sql, world.center, '상담과')
  await world.sql.run(
    `insert into meeting (id, event_id, round_id, center_id, enterprise_id, department_id, origin, state, created_at, updated_at)
     select gen_random_uuid(), p.event_id, $2, p.center_id, p.id, $3, 'timetable', 'planned', now(), now()
     from participation p where 'participation_' || replace(p.id::text, '-', '') = $1`,
    [one.row.id, event.round, await addParticipation(world.sql, event, 'department', department)],
  )
  expect(await world.refused(one.person.token, call(version, '{ seats: 1 }'))).toMatchObject({
    code: 'WRONG_STATE',
  })
  await read(app, `mutation { ${call(version, '{ seats: 1 }')} { id } }`, { token: staff })
})

test('a department applies by its officers or by the centre, nobody else', async () => {
  const event = await world.event()
  const department = await addDepartment(world.sql, world.center, '재무과')
  const officer = await newPerson(world.sql, { role: 'buyer', departmentIds: [department] })
  const stranger = await newPerson(world.sql, { role: 'buyer' })
  const apply = `applyToEvent(eventId: "${event.id}", departmentId: "department_${department.replaceAll('-', '')}", application: { seats: 2 })`
  expect((await world.refused(stranger.token, apply)).code).toBe('NOT_FOUND')
  await read(app, `mutation { ${apply} { id } }`, { token: officer.token })
  expect((await world.refused(staff, apply)).code).toBe('CONFLICT')
  expect(await world.own(officer.token)).toMatchObject([{ state: 'APPLIED' }])
  expect((await world.list(staff, event, ', filter: { side: DEPARTMENT }')).totalCount).toBe(1)
})
