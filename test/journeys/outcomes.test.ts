import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal } from '../kit/ask.ts'
import { at, openEventDay, publicId, type EventDay } from '../kit/event-day.ts'
import { newPerson } from '../kit/person.ts'

let app: TestApp
let day: EventDay
let now = at('11:00')
let tokens: { enterprise: string[]; department: string[] }
beforeAll(async () => {
  app = await startApp({ template: 'bare', clock: () => now })
  day = await openEventDay(app, { parties: 3, slots: 8, tables: 3 })
  const passes = await issue('ENTRY')
  const of = (parties: { participation: string }[]) =>
    parties.map(({ participation }) => {
      const id = publicId('participation', participation)
      return passes.find(pass => pass.participationId === id)?.token ?? ''
    })
  tokens = { enterprise: of(day.enterprises), department: of(day.departments) }
})
afterAll(async () => {
  await day.end()
  await app.stop()
})

interface Pass {
  participationId: string
  token: string
  validUntil: string
}

async function issue(kind: 'CHECK_IN' | 'ENTRY'): Promise<Pass[]> {
  const { issuePasses } = await read<{ issuePasses: Pass[] }>(
    app,
    `mutation { issuePasses(eventId: "${day.event.id}", kind: ${kind}, dayId: "${publicId('day', day.event.day)}") {
       participationId token validUntil } }`,
    day.staff.question,
  )
  return issuePasses
}

const writing = `mutation ($token: String, $meeting: ID!, $key: ID!, $outcome: OutcomeInput!) {
  recordOutcome(token: $token, meetingId: $meeting, entryKey: $key, outcome: $outcome) {
    id state allowedActions outcomes { side result won nextStep dueOn } hasDifferingOutcomes } }`

interface Written {
  recordOutcome: {
    state: string
    allowedActions: string[]
    outcomes: { side: string; result: string; won: number | null }[]
    hasDifferingOutcomes: boolean
  }
}

const write = (
  token: string | null,
  meeting: string,
  outcome: object,
  { key = randomUUID(), as }: { key?: string; as?: string } = {},
) =>
  ask<Written>(app, writing, {
    variables: { token, meeting, key, outcome },
    ...(as ? { token: as } : {}),
  })

/** Somebody who is signed in whatever day it is. */
async function someone(wanted: Parameters<typeof newPerson>[1]) {
  const person = await newPerson(day.sql, wanted)
  await day.sql.run(
    `update session set seen_at = '2099-01-01', expires_at = '2099-01-01' where person_id = $1`,
    [person.id],
  )
  return person
}

const onBoard = async (id: string) => {
  const meeting = (await day.board(day.staff.token)).meetings.find(each => each.id === id)
  if (!meeting) throw new Error('The board does not show it')
  return meeting
}

test('a link opens the meetings of its participant on its day, and nobody else’s', async () => {
  const mine = await day.meeting(0, 0, 0, 0)
  await day.meeting(1, 1, 0, 1)
  const { passMeetings } = await read<{
    passMeetings: { name: string; side: string; meetings: { id: string; allowedActions: string[] }[] }
  }>(
    app,
    'query ($token: String!) { passMeetings(token: $token) { name side meetings { id allowedActions } } }',
    {
      variables: { token: tokens.enterprise[0] },
    },
  )
  expect(passMeetings).toEqual({
    name: '가온기업1',
    side: 'ENTERPRISE',
    meetings: [{ id: mine, allowedActions: ['RECORD'] }],
  })
})

test('an entry that arrives twice is written once, be it overtaken by a later one', async () => {
  const meeting = await day.meeting(0, 0, 1, 0)
  const first = randomUUID()
  const values = {
    result: 'QUOTATION',
    won: 42_000_000,
    item: '홍보물 인쇄',
    nextStep: '견적 보내기',
    dueOn: '2027-02-17',
  }
  const token = tokens.enterprise[0] ?? ''
  const answers = await Promise.all([1, 2, 3].map(() => write(token, meeting, values, { key: first })))
  expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined])
  expect(answers[0]?.data?.recordOutcome).toMatchObject({ state: 'HELD', hasDifferingOutcomes: false })
  await write(token, meeting, { ...values, won: 40_000_000 })
  // Lost its answer while offline, and was sent again.
  const again = await write(token, meeting, values, { key: first })
  expect(again.data?.recordOutcome.outcomes).toEqual([
    {
      side: 'ENTERPRISE',
      result: 'QUOTATION',
      won: 40_000_000,
      nextStep: '견적 보내기',
      dueOn: '2027-02-17',
    },
  ])
  const told = await day.sql.run<{ name: string }>(
    `select name from ledger where name like 'outcome.%' and detail->>'side' = 'enterprise' order by id`,
  )
  expect(told.map(({ name }) => name)).toEqual(['outcome.recorded', 'outcome.changed'])
  expect(await day.sql.run('select what, done_on from follow_up')).toEqual([
    { what: '견적 보내기', done_on: null },
  ])
})

test('both sides write, neither reads the other, and the desk sees two values', async () => {
  const meeting = await day.meeting(1, 1, 2, 1)
  await write(tokens.enterprise[1] ?? '', meeting, { result: 'CONTRACT', won: 50_000_000 })
  const buyer = await write(tokens.department[1] ?? '', meeting, { result: 'QUOTATION', won: 30_000_000 })
  expect(buyer.data?.recordOutcome.outcomes.map(({ side }) => side)).toEqual(['DEPARTMENT'])
  expect(buyer.data?.recordOutcome.hasDifferingOutcomes).toBe(false)
  expect(await onBoard(meeting)).toMatchObject({
    state: 'HELD',
    hasDifferingOutcomes: true,
    outcomes: [
      { side: 'DEPARTMENT', result: 'QUOTATION', won: 30_000_000 },
      { side: 'ENTERPRISE', result: 'CONTRACT', won: 50_000_000 },
    ],
  })
  await write(null, meeting, { result: 'CONTRACT', won: 45_000_000 }, { as: day.staff.token })
  expect((await onBoard(meeting)).outcomes.length).toBe(3)
  const { outcomeSums } = await read<{ outcomeSums: object }>(
    app,
    `{ outcomeSums(eventId: "${day.event.id}") { held withOutcome differing consultedWon consultedMeetings
        byResult { result meetings } } }`,
    day.staff.question,
  )
  // The desk's 45 million, and the 40 million that only the enterprise has said.
  expect(outcomeSums).toEqual({
    held: 2,
    withOutcome: 2,
    differing: 1,
    consultedWon: 85_000_000,
    consultedMeetings: 2,
    byResult: [
      { result: 'CONTRACT', meetings: 1 },
      { result: 'QUOTATION', meetings: 1 },
    ],
  })
})

test('signed in, each side writes and reads its own', async () => {
  const meeting = await day.meeting(2, 2, 3, 2)
  const { departments, enterprises } = day
  const buyer = await someone({ role: 'buyer', departmentIds: [departments[2]?.key ?? ''] })
  const stranger = await someone({ role: 'enterprise', enterpriseIds: [enterprises[0]?.key ?? ''] })
  const written = await write(null, meeting, { result: 'NO_FIT' }, { as: buyer.token })
  expect(written.data?.recordOutcome.outcomes.map(({ side }) => side)).toEqual(['DEPARTMENT'])
  const { errors } = await write(null, meeting, { result: 'NO_FIT' }, { as: stranger.token })
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  const own = '{ ownMeetings { id outcomes { side } } }'
  expect(await read(app, own, { token: buyer.token })).toEqual({
    ownMeetings: [{ id: meeting, outcomes: [{ side: 'DEPARTMENT' }] }],
  })
  expect(await refusal(app, own)).toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('another’s meeting, another day’s and one to come are not written to', async () => {
  const theirs = await day.meeting(1, 1, 4, 1)
  const outcome = { result: 'NO_FIT' }
  expect((await write(tokens.enterprise[0] ?? '', theirs, outcome)).errors?.[0]?.extensions).toMatchObject({
    code: 'NOT_FOUND',
    field: 'meetingId',
  })
  expect((await write('x'.repeat(43), theirs, outcome)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  expect((await write(null, theirs, outcome)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  const neighbour = await day.neighbour()
  expect((await write(null, theirs, outcome, { as: neighbour.token })).errors?.[0]?.extensions.code).toBe(
    'NOT_FOUND',
  )
  now = new Date('2027-02-09T15:00:00+09:00')
  expect((await write(tokens.enterprise[1] ?? '', theirs, outcome)).errors?.[0]?.extensions.code).toBe(
    'WRONG_STATE',
  )
  now = at('11:00')
})

test('a link is good for a week after the day; then it says since when, and loses nothing', async () => {
  const meeting = await day.meeting(0, 1, 5, 0)
  const token = tokens.enterprise[0] ?? ''
  now = new Date('2027-02-17T23:59:00+09:00')
  expect((await write(token, meeting, { result: 'MATERIAL' })).data?.recordOutcome.state).toBe('HELD')
  now = new Date('2027-02-18T00:00:00+09:00')
  const { errors } = await write(token, meeting, { result: 'MATERIAL' })
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'WRONG_STATE',
    validUntil: expect.stringContaining('2027-02-17T15:00'),
    isRevoked: false,
  })
  now = at('11:00')
  const lost = publicId('participation', day.enterprises[2]?.participation ?? '')
  await read(app, `mutation { revokePasses(participationId: "${lost}") }`, day.staff.question)
  const revoked = await ask(app, 'query ($token: String!) { passMeetings(token: $token) { name } }', {
    variables: { token: tokens.enterprise[2] },
  })
  expect(revoked.errors?.[0]?.extensions).toMatchObject({ code: 'WRONG_STATE', isRevoked: true })
})

test('follow-ups are late after their day, done by either side, and added to by the centre', async () => {
  now = new Date('2027-02-18T09:00:00+09:00')
  const listing = `query ($late: Boolean) { followUps(first: 10, eventId: "${day.event.id}", isOverdue: $late) {
    totalCount edges { node { id version kind what dueOn doneOn isOverdue meeting { enterpriseName } } } } }`
  interface List {
    followUps: { totalCount: number; edges: { node: { id: string; version: number; what: string } }[] }
  }
  const late = await read<List>(app, listing, { ...day.staff.question, variables: { late: true } })
  expect(late.followUps).toMatchObject({
    totalCount: 1,
    edges: [
      {
        node: {
          kind: 'STEP',
          what: '견적 보내기',
          isOverdue: true,
          meeting: { enterpriseName: '가온기업1' },
        },
      },
    ],
  })
  const [edge] = late.followUps.edges
  if (!edge) throw new Error('Nothing is late')
  const owner = await someone({
    role: 'enterprise',
    enterpriseIds: [day.enterprises[0]?.key ?? ''],
  })
  const other = await someone({
    role: 'buyer',
    departmentIds: [day.departments[0]?.key ?? ''],
  })
  // The step is of what the enterprise has written; the department does not read it.
  expect((await read<List>(app, listing, { token: other.token })).followUps.totalCount).toBe(0)
  const done = `mutation { finishFollowUp(id: "${edge.node.id}", expectedVersion: ${edge.node.version}, result: "견적서 보냄") {
    doneOn isOverdue } }`
  expect(await refusal(app, done, { token: other.token })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await read(app, done, { token: owner.token })).toEqual({
    finishFollowUp: { doneOn: '2027-02-18', isOverdue: false },
  })
  expect(await refusal(app, done, { token: owner.token })).toMatchObject({ code: 'CONFLICT' })
  const [meeting] = (await day.board(day.staff.token)).meetings
  const more = `mutation { arrangeConsultation(meetingId: "${meeting?.id}", what: "개별 상담", dueOn: "2027-03-02") { kind isOverdue } }`
  expect(await read(app, more, day.staff.question)).toEqual({
    arrangeConsultation: { kind: 'CONSULTATION', isOverdue: false },
  })
  now = at('11:00')
})

test('a code checks in once, is of this event, and holds nobody’s name; only its hash is kept', async () => {
  now = at('09:20')
  const [first] = await issue('CHECK_IN')
  if (!first) throw new Error('No pass')
  expect(Buffer.from(first.token, 'base64url').length).toBe(32)
  expect(first.validUntil).toBe('2027-02-10T15:00:00.000Z')
  const rows = await day.sql.run<{ text: string; token_hash: string }>(
    'select t::text as text, token_hash from event_pass t',
  )
  expect(rows.map(({ token_hash: hash }) => hash)).toContain(
    createHash('sha256').update(first.token).digest('hex'),
  )
  expect(rows.map(({ text }) => text).join()).not.toContain(first.token)
  const ledger = await day.sql.run<{ text: string }>('select l::text as text from ledger l')
  expect(ledger.map(({ text }) => text).join()).not.toContain(first.token)

  const coming = `mutation ($token: String) { checkIn(eventId: "${day.event.id}", token: $token) {
    id isNew participationId at meetings { id } } }`
  const comes = (token: string) =>
    ask<{ checkIn: { id: string; isNew: boolean } }>(app, coming, {
      ...day.staff.question,
      variables: { token },
    })
  const twice = [await comes(first.token), await comes(first.token)]
  expect(twice.map(({ data }) => data?.checkIn.isNew)).toEqual([true, false])
  expect(twice[1]?.data?.checkIn.id).toBe(twice[0]?.data?.checkIn.id)
  expect((await comes('나쁜 글자')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  // A link to write outcomes by opens no door.
  expect((await comes(tokens.enterprise[0] ?? '')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  now = new Date('2027-02-11T00:00:00+09:00')
  expect((await comes(first.token)).errors?.[0]?.extensions.code).toBe('WRONG_STATE')
  now = at('09:20')
})

test('who forgot the code is found by name or four digits, masked, and checked in by hand', async () => {
  now = at('09:25')
  const officer = randomUUID()
  await day.sql.run(
    `insert into officer (id, center_id, department_id, name, phone, purpose, keep_until, created_at, updated_at)
     values ($1, $2, $3, '홍길동', '010-1234-5678', '상담', '2027-12-31', now(), now())`,
    [officer, day.center, day.departments[1]?.key],
  )
  await day.sql.run('insert into participation_officer (participation_id, officer_id) values ($1, $2)', [
    day.departments[1]?.participation,
    officer,
  ])
  const finding = `query ($words: String) { arrivals(dayId: "${publicId('day', day.event.day)}", words: $words) {
    participationId attendeeId name attendee at } }`
  interface Found {
    arrivals: {
      participationId: string
      attendeeId: string | null
      attendee: string | null
      at: string | null
    }[]
  }
  const find = (words: string | null) =>
    read<Found>(app, finding, { ...day.staff.question, variables: { words } })
  const { arrivals } = await find('5678')
  expect(arrivals).toMatchObject([{ attendee: '홍*동', at: null }])
  expect((await find(null)).arrivals.length).toBe(6)
  const [who] = arrivals
  const coming = `mutation { checkIn(eventId: "${day.event.id}", participationId: "${who?.participationId}",
    attendeeId: "${who?.attendeeId}") { id isNew } }`
  const { checkIn } = await read<{ checkIn: { id: string } }>(app, coming, day.staff.question)
  expect((await find('구매2과')).arrivals[0]?.at).toBe('2027-02-10T00:25:00.000Z')
  const before = await day.board(day.staff.token)
  expect(before.counts['departmentsArrived']).toBe(1)
  await read(app, `mutation { undoCheckIn(id: "${checkIn.id}") }`, day.staff.question)
  const after = await day.board(day.staff.token)
  expect(after.counts['departmentsArrived']).toBe(0)
  expect(after.stamp).not.toBe(before.stamp)
})

test('each of several who come for a department has a code of their own, masked, and comes by it later', async () => {
  now = at('09:30')
  const [, , department] = day.departments
  for (const name of ['강감찬', '이순신'])
    await day.sql.run(
      `with o as (insert into officer (id, center_id, department_id, name, purpose, keep_until, created_at, updated_at)
         values (gen_random_uuid(), $1, $2, $3, '상담', '2027-12-31', now(), now()) returning id)
       insert into participation_officer (participation_id, officer_id) select $4, id from o`,
      [day.center, department?.key, name, department?.participation],
    )
  const whose = publicId('participation', department?.participation ?? '')
  const { issuePasses } = await read<{
    issuePasses: { attendee: string | null; attendeeId: string; token: string }[]
  }>(
    app,
    `mutation { issuePasses(eventId: "${day.event.id}", kind: CHECK_IN, participationIds: ["${whose}"]) { attendee attendeeId token } }`,
    day.staff.question,
  )
  expect(issuePasses.map(({ attendee }) => attendee)).toEqual(['강*찬', '이*신'])
  const come = (token: string, ago: number) =>
    read<{ checkIn: { isNew: boolean; at: string } }>(
      app,
      `mutation ($token: String, $ago: Int) { checkIn(eventId: "${day.event.id}", token: $token, secondsAgo: $ago) { isNew at } }`,
      { ...day.staff.question, variables: { token, ago } },
    )
  const before = (await day.board(day.staff.token)).counts
  // There was no network at the door for five minutes.
  for (const { token } of issuePasses)
    expect((await come(token, 300)).checkIn).toEqual({ isNew: true, at: '2027-02-10T00:25:00.000Z' })
  const after = (await day.board(day.staff.token)).counts
  expect(after['departmentsArrived']).toBe((before['departmentsArrived'] ?? 0) + 1)
  const rows = await day.sql.run<{ officers: number }>(
    'select count(distinct officer_id)::int as officers from check_in where participation_id = $1',
    [department?.participation],
  )
  expect(rows).toEqual([{ officers: 2 }])
})
