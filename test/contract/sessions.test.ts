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

test('a sign-in deletes the sessions that have ended, and no other', async () => {
  const morning = await signIn(app, 'BUYER')
  now = new Date('2026-03-02T07:00:00Z')
  const afternoon = await signIn(app, 'STAFF')
  expect(await roleOf(morning)).toBe('BUYER')

  // Eight hours after the first one.
  now = new Date('2026-03-02T08:00:00Z')
  expect(await roleOf(morning)).toBeNull()
  const evening = await signIn(app, 'LEAD')
  expect(await sql.run('select 1 from session')).toHaveLength(2)
  expect(await roleOf(afternoon)).toBe('STAFF')
  expect(await roleOf(evening)).toBe('LEAD')
})

test('a request signs in once: many attempts under aliases are refused before the first', async () => {
  const before = await sql.run('select 1 from session')
  const attempts = Array.from({ length: 20 }, (_, index) => `a${index}: signInAsDemo(role: STAFF) { token }`)
  const { data, errors } = await ask(app, `mutation { ${attempts.join(' ')} }`)
  expect(data ?? null).toBeNull()
  expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
  expect(await sql.run('select 1 from session')).toHaveLength(before.length)
})
