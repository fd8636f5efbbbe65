import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, refusal } from '../kit/ask.ts'
import { addDepartment, addEvent, addParticipation } from '../kit/event.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
let event: Awaited<ReturnType<typeof addEvent>>
let enterprise: string
let department: string
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
  event = await addEvent(world.sql, { center: world.center, state: 'held' })
  enterprise = await addParticipation(
    world.sql,
    event,
    'enterprise',
    (await world.enterprise({ state: 'published' })).key,
  )
  department = await addParticipation(
    world.sql,
    event,
    'department',
    await addDepartment(world.sql, world.center, '총무과'),
  )
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const fields = `figures { key value n denominator formula }
  settled { number note differences { key was now } } claims { id label value verdict arithmetic }`
interface Report {
  figures: { key: string; value: number; n: number }[]
  settled: { number: number; differences: { key: string; was: number | null; now: number | null }[] } | null
  claims: { id: string; label: string; value: string; verdict: string; arithmetic: string }[]
}

const report = async () =>
  (
    await read<{ eventReport: Report }>(
      app,
      `{ eventReport(eventId: "${event.id}") { ${fields} } }`,
      world.staff.question,
    )
  ).eventReport
const valueOf = ({ figures }: Report, key: string) => figures.find(figure => figure.key === key)?.value

const meet = (slot: number, state: string, side: string | null = null) =>
  world.sql.run<{ id: string }>(
    `insert into meeting (id, event_id, round_id, center_id, origin, enterprise_id, department_id, slot_id, place_id, state, no_show_side, created_at, updated_at)
     values (gen_random_uuid(), $1, $2, $3, 'timetable', $4, $5, $6, $7, $8, $9, now(), now()) returning id`,
    [
      event.key,
      event.round,
      world.center,
      enterprise,
      department,
      event.slots[slot],
      event.places[0],
      state,
      side,
    ],
  )
const say = (meeting: string | undefined, side: string, won: number) =>
  world.sql.run(
    `insert into outcome (id, meeting_id, side, result, won, entry_key, created_at, updated_at)
     values (gen_random_uuid(), $1, $2, 'quotation', $3, gen_random_uuid(), now(), now())`,
    [meeting, side, won],
  )

test('figures follow the records: held, missed, and the amount of the side that buys', async () => {
  const [first] = await meet(0, 'held')
  const [second] = await meet(1, 'held')
  await meet(2, 'no_show', 'department')
  await meet(3, 'cancelled')
  await say(first?.id, 'enterprise', 9_000_000)
  await say(first?.id, 'department', 4_000_000)
  await say(second?.id, 'enterprise', 1_500_000)
  const counted = await report()
  const values = [
    'enterprises',
    'institutions',
    'departments',
    'held',
    'planned',
    'no_show',
    'cancelled',
    'consulted_won',
    'consulted_differs',
  ]
  expect(values.map(key => valueOf(counted, key))).toEqual([1, 1, 1, 2, 3, 1, 1, 5_500_000, 1])
})

test('a figure of something counted is the number of rows behind it', async () => {
  const { figures } = await report()
  for (const { key, value, n } of figures) {
    const { eventReport } = await read<{ eventReport: { rows: { totalCount: number; rows: object[] } } }>(
      app,
      `{ eventReport(eventId: "${event.id}") { rows(key: "${key}", first: 1) { totalCount rows { label detail } } } }`,
      world.staff.question,
    )
    expect(eventReport.rows.totalCount, key).toBe(n)
    expect(eventReport.rows.rows.length, key).toBe(Math.min(1, n))
    if (!key.endsWith('_won') && key !== 'kind_memberships' && key !== 'officers' && key !== 'checked_in')
      expect(value, key).toBe(n)
  }
})

test('a settled report stays as it was, and what changed after it is told with both values', async () => {
  const settle = `mutation { settleEventReport(eventId: "${event.id}", note: "1차") { ${fields} } }`
  const first = (await read<{ settleEventReport: Report }>(app, settle, world.staff.question))
    .settleEventReport
  expect(first.settled).toMatchObject({ number: 1, differences: [] })
  expect(await refusal(app, settle, world.staff.question)).toMatchObject({ code: 'WRONG_STATE' })
  await meet(4, 'held')
  const { settled } = await report()
  expect(settled?.differences).toContainEqual({ key: 'held', was: 2, now: 3 })
  expect(settled?.differences.map(({ key }) => key)).not.toContain('enterprises')
  const second = (await read<{ settleEventReport: Report }>(app, settle, world.staff.question))
    .settleEventReport
  expect(second.settled).toMatchObject({ number: 2, differences: [] })
  await expect(
    world.sql.run(`set role panro_request`).then(() => world.sql.run('delete from event_report')),
  ).rejects.toThrow()
  await world.sql.run('reset role')
})

test('a published figure is kept as printed, checked, and taken away again', async () => {
  const add = (claim: string) =>
    read<{ addClaimedFigure: Report }>(
      app,
      `mutation { addClaimedFigure(eventId: "${event.id}", claim: ${claim}) { ${fields} } }`,
      world.staff.question,
    )
  const { addClaimedFigure } = await add(
    '{ kind: RATIO, about: "enterprises", label: "기업 전년 대비", value: "127.5 %", parts: ["85"], source: "보도자료" }',
  )
  const [claim] = addClaimedFigure.claims
  expect(claim).toMatchObject({ value: '127.5', verdict: 'IMPOSSIBLE' })
  await expect(add('{ kind: COUNT, label: "가", value: "많음", source: "가" }')).rejects.toThrow('no figure')
  await expect(add('{ kind: COUNT, label: "가", source: "가" }')).rejects.toThrow('Say the figure')
  await read(app, `mutation { removeClaimedFigure(id: "${claim?.id}") }`, world.staff.question)
  expect((await report()).claims).toEqual([])
})

test('nobody else reads the report: another centre, an enterprise', async () => {
  const ask = `{ eventReport(eventId: "${event.id}") { title } }`
  const neighbour = await world.neighbour()
  expect(await read(app, ask, neighbour.question)).toEqual({ eventReport: null })
  expect(await refusal(app, ask, world.owner.question)).toMatchObject({ code: 'FORBIDDEN' })
})
