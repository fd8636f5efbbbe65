import { demoPassword } from '@panro/api/seeds/demo/persons.ts'
import { generate } from 'otplib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal, signIn } from '../kit/ask.ts'
import { documentId, Visitor } from '../kit/pages.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let app: TestApp
let sql: Sql
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})

const nameOf = async (token: string) =>
  (await ask<{ viewer: { name: string } | null }>(app, '{ viewer { name } }', { token })).data?.viewer
    ?.name ?? null
const stageOf = async (email: string) =>
  (
    await read<{ signIn: { stage: string; token: string } }>(
      app,
      `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { stage token } }`,
      { variables: { email, password: demoPassword } },
    )
  ).signIn

test('a sign-out at the door of the pages takes the cookie and what the pages have kept, an aged cookie does not', async () => {
  const visitor = await new Visitor(app).signIn('BUYER')
  const out = await visitor.send({
    extensions: { persistedQuery: { version: 1, sha256Hash: documentId('SignOut') } },
  })
  expect(out.headers.get('clear-site-data')).toBe('"storage"')
  expect(visitor.cookie).toBeNull()
  visitor.cookie = 'sid=abcdefghijklmnopqrstuvwxyz'
  const aged = await visitor.send({
    extensions: { persistedQuery: { version: 1, sha256Hash: documentId('Viewer') } },
  })
  expect(aged.headers.get('clear-site-data')).toBeNull()
})

test('one ends every other session of one’s own at once, and nobody else’s', async () => {
  const here = await signIn(app, 'BUYER')
  const there = await signIn(app, 'BUYER')
  const other = await signIn(app, 'LEAD')
  const { revokeOtherSessions } = await read<{ revokeOtherSessions: number }>(
    app,
    'mutation { revokeOtherSessions }',
    { token: here },
  )
  expect(revokeOtherSessions).toBeGreaterThanOrEqual(1)
  expect(await nameOf(there)).toBeNull()
  expect(await nameOf(here)).not.toBeNull()
  expect(await nameOf(other)).not.toBeNull()
})

test('people change their name; the ledger tells that, but no names', async () => {
  const token = await signIn(app, 'BUYER')
  await read(app, 'mutation { changeOwnName(name: " 김나루 ") { id } }', { token })
  expect(await nameOf(token)).toBe('김나루')
  const rows = await sql.run<{ text: string }>(
    `select l::text as text from ledger l where name = 'person.renamed'`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.text).not.toContain('김나루')
  expect(await refusal(app, 'mutation { changeOwnName(name: " ") { id } }', { token })).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'name',
  })
})

const rule =
  'mutation ($on: Boolean!, $seen: Int!) { setCenterRule(name: SECOND_FACTOR, isOn: $on, expectedVersion: $seen) { isOn version since } }'

test('a centre demands a second factor of its own people only, from then on; who has one cannot take it off', async () => {
  const lead = await signIn(app, 'LEAD')
  expect((await stageOf('staff@demo.example.kr')).stage).toBe('OPEN')
  const { setCenterRule } = await read<{ setCenterRule: { isOn: boolean; version: number } }>(app, rule, {
    token: lead,
    variables: { on: true, seen: 0 },
  })
  expect(setCenterRule).toMatchObject({ isOn: true, version: 1 })
  const stale = await refusal(app, rule, { token: lead, variables: { on: false, seen: 0 } })
  expect(stale).toEqual({ code: 'CONFLICT', field: 'expectedVersion' })
  expect((await stageOf('staff.narae@demo.example.kr')).stage).toBe('OPEN')
  const half = await stageOf('staff@demo.example.kr')
  expect(half.stage).toBe('ENROLMENT')

  const { startSecondFactor } = await read<{ startSecondFactor: { secret: string } }>(
    app,
    'mutation { startSecondFactor { secret } }',
    { token: half.token },
  )
  const code = await generate({ secret: startSecondFactor.secret })
  const { confirmSecondFactor } = await read<{
    confirmSecondFactor: { recoveryCodes: string[]; signIn: { token: string } }
  }>(
    app,
    'mutation ($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes signIn { token } } }',
    { token: half.token, variables: { code } },
  )
  const { recoveryCodes, signIn: open } = confirmSecondFactor
  const remove = 'mutation ($code: String!) { removeSecondFactor(code: $code) }'
  const [recovery = '', ...rest] = recoveryCodes
  const wrong = { token: open.token, variables: { code: '000000' } }
  const right = { token: open.token, variables: { code: recovery } }
  expect((await refusal(app, remove, right)).code).toBe('WRONG_STATE')
  await read(app, rule, { token: lead, variables: { on: false, seen: 1 } })
  expect((await refusal(app, remove, wrong)).code).toBe('SIGN_IN_REFUSED')
  // The refusal above has not used it up.
  await read(app, remove, right)
  expect((await stageOf('staff@demo.example.kr')).stage).toBe('OPEN')
  expect(rest).toHaveLength(9)
  const kept = await sql.run('select version, is_on from center_rule order by version')
  expect(kept).toEqual([
    { version: 1, is_on: true },
    { version: 2, is_on: false },
  ])
})

test('a lead changes what a colleague does, not what they do themselves, and nobody of another centre', async () => {
  const lead = await signIn(app, 'LEAD')
  const idOf = async (email: string) => {
    const [row] = await sql.run<{ id: string }>('select id from person where email = $1', [email])
    return `person_${row?.id.replaceAll('-', '') ?? ''}`
  }
  const change = 'mutation ($id: ID!) { changeStaffRole(id: $id, role: LEAD) { role } }'
  const variables = { id: await idOf('colleague@demo.example.kr') }
  const before = await stageOf('colleague@demo.example.kr')
  expect(await read(app, change, { token: lead, variables })).toEqual({ changeStaffRole: { role: 'LEAD' } })
  expect(await nameOf(before.token)).toBeNull()
  const own = { id: await idOf('lead@demo.example.kr') }
  expect((await refusal(app, change, { token: lead, variables: own })).code).toBe('WRONG_STATE')
  const foreign = { id: await idOf('staff.narae@demo.example.kr') }
  expect((await refusal(app, change, { token: lead, variables: foreign })).code).toBe('NOT_FOUND')
})
