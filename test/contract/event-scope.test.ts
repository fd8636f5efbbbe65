import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { addDepartment, addEvent, addParticipation } from '../kit/event.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
let neighbour: string
let enterprise: string
let department: string
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
  neighbour = (await world.neighbour()).center
  enterprise = (await world.enterprise({ state: 'published' })).key
  department = await addDepartment(world.sql, world.center, '총무과')
  const event = await addEvent(world.sql, { center: world.center, state: 'confirmed' })
  const [from, to] = await Promise.all([
    addParticipation(world.sql, event, 'enterprise', enterprise),
    addParticipation(world.sql, event, 'department', department),
  ])
  await world.sql.run(
    `insert into wish (from_id, to_id, event_id, choice, said_at) values ($1, $2, $3, 'no', now())`,
    [from, to, event.key],
  )
  for (const visibility of ['department', 'center', 'participants'])
    await world.sql.run(
      `insert into planned_purchase (id, center_id, department_id, year, item, visibility, source, state, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, 2027, '홍보물 인쇄', $3, 'staff', 'planned', now(), now())`,
      [world.center, department, visibility],
    )
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

/** How many rows the role of people's requests sees, once a transaction has said who acts. */
async function seen(table: string, settings: Record<string, string>) {
  const client = new pg.Client({ connectionString: app.databaseUrl, options: '-c role=panro_request' })
  await client.connect()
  try {
    await client.query('begin')
    for (const [name, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, true)', [name, value])
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    return rows[0]?.n
  } finally {
    await client.end()
  }
}

const tables = ['event', 'event_round', 'event_day', 'event_slot', 'event_place', 'participation', 'wish']

test.each(tables)('the database itself keeps %s to the centre and to who takes part', async table => {
  expect(await seen(table, {})).toBe(0)
  expect(await seen(table, { 'panro.center': neighbour })).toBe(0)
  expect(await seen(table, { 'panro.center': world.center })).toBeGreaterThan(0)
  expect(await seen(table, { 'panro.enterprises': `{${enterprise}}` })).toBeGreaterThan(0)
})

test('who does not want to meet whom is not told to the other side', async () => {
  expect(await seen('wish', { 'panro.departments': `{${department}}` })).toBe(0)
})

test('planned purchases are seen as far as their visibility says, and by enterprises once they are shared', async () => {
  expect(await seen('planned_purchase', { 'panro.departments': `{${department}}` })).toBe(3)
  expect(await seen('planned_purchase', { 'panro.center': world.center })).toBe(2)
  expect(await seen('planned_purchase', { 'panro.enterprises': `{${enterprise}}` })).toBe(0)
  await world.sql.run('update event set plans_shared_at = now()')
  expect(await seen('planned_purchase', { 'panro.enterprises': `{${enterprise}}` })).toBe(1)
  await world.sql.run(`update participation set state = 'declined' where enterprise_id = $1`, [enterprise])
  expect(await seen('planned_purchase', { 'panro.enterprises': `{${enterprise}}` })).toBe(0)
})

test('a decision opens nothing before its letter has left', async () => {
  const stand = (state: string, told: string) =>
    world.sql.run(`update participation set state = $2, told_state = $3 where enterprise_id = $1`, [
      enterprise,
      state,
      told,
    ])
  const counterparts = () => seen('participation', { 'panro.enterprises': `{${enterprise}}` })
  await stand('confirmed', 'applied')
  expect(await counterparts()).toBe(1)
  await stand('confirmed', 'confirmed')
  expect(await counterparts()).toBe(2)
  await world.sql.run(`update participation set told_state = 'applied' where department_id = $1`, [
    department,
  ])
  expect(await counterparts()).toBe(1)
})
