import { demoPassword } from '@panro/api/seeds/demo/persons.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, signIn as signInAs } from '../kit/ask.ts'
import { median } from '../kit/median.ts'
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

const after = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))
const signIn = (email: string, password: string) =>
  ask<{ signIn: { token: string; viewer: { role: string } } }>(
    app,
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token viewer { role } } }',
    { variables: { email, password } },
  )
const codeOf = async (answer: Promise<{ errors?: { extensions: { code: string } }[] }>) =>
  (await answer).errors?.[0]?.extensions.code
const roleOf = async (token: string) =>
  (await ask<{ viewer: { role: string } }>(app, '{ viewer { role } }', { token })).data?.viewer.role ?? null

test('the right password signs in, however the address is written', async () => {
  const { data } = await signIn('  Staff@DEMO.example.kr ', demoPassword)
  expect(data?.signIn.viewer.role).toBe('STAFF')
  expect(await roleOf(data?.signIn.token ?? '')).toBe('STAFF')
})

test('87. somebody unknown, a wrong password and somebody disabled get one answer', async () => {
  await sql.run(`update person set disabled_at = now() where email = 'colleague@demo.example.kr'`)
  const answers = await Promise.all([
    signIn('nobody@demo.example.kr', 'a wrong one'),
    signIn('lead@demo.example.kr', 'a wrong one'),
    signIn('colleague@demo.example.kr', demoPassword),
  ])
  expect(answers[0]?.errors?.[0]).toMatchObject({ extensions: { code: 'SIGN_IN_REFUSED', triesLeft: 9 } })
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

test('87. and in the same time', async () => {
  const times: Record<string, number[]> = { unknown: [], wrong: [] }
  for (let round = 0; round < 30; round++) {
    // A pause after ten tries is not what is measured here.
    if (round % 4 === 0) await sql.run('delete from sign_in_attempt')
    const two = [
      ['unknown', `nobody@demo.example.kr`],
      ['wrong', 'lead@demo.example.kr'],
    ] as const
    for (const [who, email] of round % 2 === 0 ? two : two.toReversed()) {
      const begun = performance.now()
      expect(await codeOf(signIn(email, 'a wrong one'))).toBe('SIGN_IN_REFUSED')
      times[who]?.push(performance.now() - begun)
    }
  }
  const [unknown, wrong] = [median(times['unknown'] ?? []), median(times['wrong'] ?? [])]
  // Without a hash to stand in, the unknown one would be answered in a tenth of the time.
  expect(unknown / wrong).toBeGreaterThan(0.8)
  expect(unknown / wrong).toBeLessThan(1.25)
})

test('86. after ten tries there is a pause of ten minutes, for the right password too; 1,000 more change nothing', async () => {
  after(60)
  const email = 'buyer@demo.example.kr'
  const all = await Promise.all(Array.from({ length: 1000 }, () => codeOf(signIn(email, 'a wrong one'))))
  expect(all.filter(code => code === 'SIGN_IN_REFUSED')).toHaveLength(10)
  expect(all.filter(code => code === 'TOO_MANY_TRIES')).toHaveLength(990)
  const paused = await signIn(email, demoPassword)
  expect(paused.errors?.[0]).toMatchObject({ extensions: { code: 'TOO_MANY_TRIES', retryAfter: 600 } })
  // From another network its owner comes in: there nobody has tried.
  await sql.run(`update sign_in_attempt set network = 'elsewhere'`)
  expect((await signIn(email, demoPassword)).data?.signIn.viewer.role).toBe('BUYER')
  await sql.run(
    `update sign_in_attempt set network = (select network from sign_in_attempt where outcome = 'right')`,
  )
  after(11)
  expect((await signIn(email, demoPassword)).data?.signIn.viewer.role).toBe('BUYER')
}, 60_000)

test('85. a hundred sign-ins under aliases in one document are refused before the first', async () => {
  const before = await sql.run('select 1 from sign_in_attempt')
  const tries = Array.from(
    { length: 100 },
    (_, i) => `a${i}: signIn(email: "lead@demo.example.kr", password: "${i}") { token }`,
  )
  expect(await codeOf(ask(app, `mutation { ${tries.join(' ')} }`))).toMatch(
    /^GRAPHQL_(PARSE|VALIDATION)_FAILED$/,
  )
  expect(await sql.run('select 1 from sign_in_attempt')).toHaveLength(before.length)
})

const change = (token: string, current: string, password: string) =>
  ask<{ changePassword: boolean }>(
    app,
    'mutation ($current: String!, $password: String!) { changePassword(current: $current, password: $password) }',
    { token, variables: { current, password } },
  )

test('92. long passwords and Hangul are taken whole, however the syllables are composed', async () => {
  after(60)
  const email = 'staff.narae@demo.example.kr'
  const first = await signIn(email, demoPassword)
  const long = '동해물과 백두산이 마르고 닳도록 하느님이 보우하사 우리나라 만세 '.repeat(3)
  expect([...long].length).toBeGreaterThan(100)
  expect(await change(first.data?.signIn.token ?? '', demoPassword, long)).toEqual({
    data: { changePassword: true },
  })
  expect((await signIn(email, long.normalize('NFD'))).data?.signIn.viewer.role).toBe('STAFF')
  // The last character counts, and so does the space before it.
  expect(await codeOf(signIn(email, long.slice(0, -2)))).toBe('SIGN_IN_REFUSED')
  expect(await codeOf(signIn(email, long.trim()))).toBe('SIGN_IN_REFUSED')
})

test('passwords that would be guessed are refused, and the old one stays', async () => {
  after(60)
  const email = 'lead.narae@demo.example.kr'
  const token = (await signIn(email, demoPassword)).data?.signIn.token ?? ''
  for (const poor of [
    '짧은 것',
    '1q2w3e4r',
    'Password1234',
    '비밀번호1234',
    'aaaaaaaaaaaa',
    'lead.narae1',
    '시연 이웃센터팀장1',
  ]) {
    const { errors } = await change(token, demoPassword, poor)
    expect(errors?.[0]?.extensions, poor).toMatchObject({ code: 'BAD_USER_INPUT', field: 'password' })
  }
  expect((await signIn(email, demoPassword)).data?.signIn.viewer.role).toBe('LEAD')
})

test('91. a new password ends every other session, and the wrong old one changes nothing', async () => {
  after(60)
  const email = 'enterprise@demo.example.kr'
  const here = (await signIn(email, demoPassword)).data?.signIn.token ?? ''
  const there = (await signIn(email, demoPassword)).data?.signIn.token ?? ''
  expect(await codeOf(change(here, 'not the old one', 'something quite new'))).toBe('SIGN_IN_REFUSED')
  expect(await roleOf(there)).toBe('ENTERPRISE')
  await change(here, demoPassword, 'something quite new')
  expect(await roleOf(there)).toBeNull()
  expect(await roleOf(here)).toBe('ENTERPRISE')
  expect(await codeOf(signIn(email, demoPassword))).toBe('SIGN_IN_REFUSED')
})

test('81. somebody disabled is refused with the very next request, and comes back when let in', async () => {
  after(60)
  const lead = await signInAs(app, 'LEAD')
  const invite =
    'mutation { inviteStaff(email: "new@centre.example.kr", name: "새 직원", role: STAFF) { code colleagueId } }'
  const { inviteStaff } = await read<{ inviteStaff: { code: string; colleagueId: string } }>(app, invite, {
    token: lead,
  })
  const accept =
    'mutation ($code: String!) { acceptInvitation(code: $code, password: "long enough for me") { token } }'
  const { acceptInvitation } = await read<{ acceptInvitation: { token: string } }>(app, accept, {
    variables: { code: inviteStaff.code },
  })
  expect(await roleOf(acceptInvitation.token)).toBe('STAFF')
  expect(await codeOf(ask(app, accept, { variables: { code: inviteStaff.code } }))).toBe('NOT_FOUND')

  const disable =
    'mutation ($id: ID!, $isDisabled: Boolean!) { setStaffDisabled(id: $id, isDisabled: $isDisabled) { id } }'
  const variables = { id: inviteStaff.colleagueId, isDisabled: true }
  const neighbour = (await signIn('lead.narae@demo.example.kr', demoPassword)).data?.signIn.token ?? ''
  expect(await codeOf(ask(app, disable, { token: neighbour, variables }))).toBe('NOT_FOUND')
  expect(await roleOf(acceptInvitation.token)).toBe('STAFF')
  await read(app, disable, { token: lead, variables })
  expect(await roleOf(acceptInvitation.token)).toBeNull()
  expect(await codeOf(signIn('new@centre.example.kr', 'long enough for me'))).toBe('SIGN_IN_REFUSED')
  await read(app, disable, { token: lead, variables: { ...variables, isDisabled: false } })
  expect((await signIn('new@centre.example.kr', 'long enough for me')).data?.signIn.viewer.role).toBe('STAFF')
})

test('the ledger tells of every sign-in, refusal and end, and names nobody', async () => {
  const rows = await sql.run<{ name: string; text: string }>(
    `select name, l::text as text from ledger l where name ~ '^(session|password|person)[.]'`,
  )
  const names = new Set(rows.map(({ name }) => name))
  for (const name of [
    'session.began',
    'session.refused',
    'password.changed',
    'person.invited',
    'person.disabled',
    'person.enabled',
  ])
    expect(names, name).toContain(name)
  expect(rows.map(({ text }) => text).join('\n')).not.toMatch(/@|시연|새 직원/)
})
