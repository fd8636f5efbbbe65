import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, signIn } from '../kit/ask.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let app: TestApp
let sql: Sql
let now = new Date('2026-03-02T00:00:00Z')
beforeAll(async () => {
  app = await startApp({ clock: () => now })
  sql = await openSql(app.databaseUrl)
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})

const roleOf = async (token: string) =>
  (await ask<{ viewer: { role: string } }>(app, '{ viewer { role } }', { token })).data?.viewer.role ?? null

const after = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))

test('a session ends when nothing has been asked for half an hour, and a sign-in deletes it', async () => {
  const idle = await signIn(app, 'BUYER')
  const busy = await signIn(app, 'STAFF')
  for (let asked = 0; asked < 4; asked++) {
    after(10)
    expect(await roleOf(busy)).toBe('STAFF')
  }
  expect(await roleOf(idle)).toBeNull()
  expect(await roleOf(busy)).toBe('STAFF')
  await signIn(app, 'LEAD')
  expect(await sql.run('select 1 from session')).toHaveLength(2)
})

test('however busy, a session ends after twelve hours', async () => {
  const token = await signIn(app, 'ENTERPRISE')
  for (let asked = 0; asked < 28; asked++) {
    after(25)
    expect(await roleOf(token)).toBe('ENTERPRISE')
  }
  after(25)
  expect(await roleOf(token)).toBeNull()
})

test('to extend is to have asked; it says when the session ends, and is on the record', async () => {
  const token = await signIn(app, 'BUYER')
  after(29)
  const { data } = await ask<{ extendSession: { seenAt: string; idleSeconds: number; isCurrent: boolean } }>(
    app,
    'mutation { extendSession { seenAt idleSeconds isCurrent } }',
    { token },
  )
  expect(data?.extendSession).toEqual({ seenAt: now.toISOString(), idleSeconds: 1800, isCurrent: true })
  after(29)
  expect(await roleOf(token)).toBe('BUYER')
  expect(await sql.run(`select 1 from ledger where name = 'session.extended'`)).toHaveLength(1)
})

test('people see their sessions and end one of them, but none of anybody else', async () => {
  const here = await signIn(app, 'STAFF')
  const there = await signIn(app, 'STAFF')
  const other = await signIn(app, 'LEAD')
  const { data } = await ask<{ viewer: { sessions: { id: string; isCurrent: boolean }[] } }>(
    app,
    '{ viewer { sessions { id isCurrent } } }',
    { token: here },
  )
  const [elsewhere] = data?.viewer.sessions.filter(({ isCurrent }) => !isCurrent) ?? []
  const revoke = 'mutation ($id: ID!) { revokeSession(id: $id) }'
  const variables = { id: elsewhere?.id }
  const foreign = await ask(app, revoke, { token: other, variables })
  expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  expect(await roleOf(there)).toBe('STAFF')
  expect(await ask(app, revoke, { token: here, variables })).toMatchObject({ data: { revokeSession: true } })
  expect(await roleOf(there)).toBeNull()
  expect(await roleOf(here)).toBe('STAFF')
})

test('a request signs in once: many attempts under aliases are refused before the first', async () => {
  const before = await sql.run('select 1 from session')
  const attempts = Array.from({ length: 20 }, (_, index) => `a${index}: signInAsDemo(role: STAFF) { token }`)
  const { data, errors } = await ask(app, `mutation { ${attempts.join(' ')} }`)
  expect(data ?? null).toBeNull()
  expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
  expect(await sql.run('select 1 from session')).toHaveLength(before.length)
})
