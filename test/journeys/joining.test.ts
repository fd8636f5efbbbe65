import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, eventually, read, refusal, signIn } from '../kit/ask.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let app: TestApp
let sql: Sql
let centerId = ''
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
  const { centers } = await read<{ centers: { id: string; name: string }[] }>(app, '{ centers { id name } }')
  centerId = centers.find(({ name }) => name.startsWith('가온'))?.id ?? ''
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})

const register = 'mutation ($input: RegistrationInput!) { registerEnterprise(input: $input) { isRequest } }'
const inputOf = (change: Record<string, string>) => ({
  input: {
    businessNumber: '124-81-00998',
    name: '새로운 협동조합',
    personName: '김담당',
    email: 'kim@joining.example.kr',
    password: '아무도 모를 긴 문장',
    centerId,
    ...change,
  },
})
interface Registered {
  registerEnterprise: { isRequest: boolean }
}

test('a new number makes an enterprise in draft, kept by the chosen centre, and somebody who acts for it', async () => {
  const { registerEnterprise } = await read<Registered>(app, register, { variables: inputOf({}) })
  expect(registerEnterprise).toEqual({ isRequest: false })
  const made = await sql.run(
    `select e.state, e.source, c.name as centre, p.email from enterprise e join center c on c.id = e.center_id
     join enterprise_member m on m.enterprise_id = e.id join person p on p.id = m.person_id
     where e.business_number = '1248100998'`,
  )
  expect(made).toEqual([
    {
      state: 'draft',
      source: 'registration',
      centre: '가온 사회적경제지원센터',
      email: 'kim@joining.example.kr',
    },
  ])
  const rows = await sql.run<{ name: string; text: string }>(
    `select name, l::text as text from ledger l where name ~ '[.]registered$' and actor_role = 'enterprise' order by id`,
  )
  expect(rows.map(({ name }) => name)).toEqual(['person.registered', 'enterprise.registered'])
  expect(rows.map(({ text }) => text).join()).not.toMatch(/김담당|@/)
})

test('what is wrong is named, and nothing is made', async () => {
  const before = await sql.run('select 1 from person')
  const wrong: [Record<string, string>, string, string][] = [
    [{ businessNumber: '124-81-00997' }, 'BAD_USER_INPUT', 'businessNumber'],
    [{ businessNumber: '0000000000' }, 'BAD_USER_INPUT', 'businessNumber'],
    [{ businessNumber: '220-81-62517', name: ' ' }, 'BAD_USER_INPUT', 'name'],
    [{ email: 'no address' }, 'BAD_USER_INPUT', 'email'],
    [{ password: 'password1' }, 'BAD_USER_INPUT', 'password'],
    [
      { businessNumber: '220-81-62517', centerId: 'center_0198a0000000700080000000000000aa' },
      'BAD_USER_INPUT',
      'centerId',
    ],
  ]
  for (const [change, code, field] of wrong)
    expect(
      await refusal(app, register, { variables: inputOf({ email: 'lee@joining.example.kr', ...change }) }),
    ).toEqual({
      code,
      field,
    })
  expect(await sql.run('select 1 from person')).toHaveLength(before.length)
})

const requests = async (token: string) =>
  (
    await read<{ viewer: { membershipRequests: { id: string; personName: string }[] } }>(
      app,
      '{ viewer { membershipRequests { id personName } } }',
      { token },
    )
  ).viewer.membershipRequests
const members = () =>
  sql.run(`select p.email from enterprise e join enterprise_member m on m.enterprise_id = e.id
    join person p on p.id = m.person_id where e.business_number = '1248100998' order by p.email`)

test('a known number is a request, which only the staff of its centre see and decide, once', async () => {
  const asked = async (name: string, email: string) =>
    (await read<Registered>(app, register, { variables: inputOf({ personName: name, email }) }))
      .registerEnterprise
  expect((await asked('이담당', 'lee@joining.example.kr')).isRequest).toBe(true)
  await asked('박담당', 'park@joining.example.kr')
  expect(await members()).toHaveLength(1)

  const staff = await signIn(app, 'STAFF')
  const open = await requests(staff)
  expect(open.map(({ personName }) => personName)).toEqual(['이담당', '박담당'])
  const stranger = await read<{ signIn: { token: string } }>(
    app,
    'mutation { signIn(email: "park@joining.example.kr", password: "아무도 모를 긴 문장") { token } }',
  )
  expect(await requests(stranger.signIn.token)).toEqual([])
  const neighbour = await ask<{ signIn: { token: string } }>(
    app,
    'mutation { signIn(email: "staff.narae@demo.example.kr", password: "panro-demo-2026") { token } }',
  )
  const foreign = neighbour.data?.signIn.token ?? ''
  expect(await requests(foreign)).toEqual([])
  const [lee, park] = open.map(({ id }) => ({ id }))
  const approve = 'mutation ($id: ID!) { approveMembership(id: $id) }'
  const refuse = 'mutation ($id: ID!) { refuseMembership(id: $id, reason: "재직을 확인하지 못했습니다.") }'
  expect((await refusal(app, approve, { token: foreign, variables: lee ?? {} })).code).toBe('NOT_FOUND')
  expect(await members()).toHaveLength(1)

  await read(app, approve, { token: staff, variables: lee ?? {} })
  await read(app, refuse, { token: staff, variables: park ?? {} })
  expect(await members()).toEqual([{ email: 'kim@joining.example.kr' }, { email: 'lee@joining.example.kr' }])
  expect((await refusal(app, approve, { token: staff, variables: park ?? {} })).code).toBe('NOT_FOUND')
  const decided = await sql.run(`select name, reason from ledger where name ~ '^membership[.]' order by id`)
  expect(decided.slice(-2)).toEqual([
    { name: 'membership.approved', reason: null },
    { name: 'membership.refused', reason: '재직을 확인하지 못했습니다.' },
  ])
})

test('a known address gets the same answer; nothing is made, and only its owner is told', async () => {
  const before = await sql.run('select 1 from person')
  const again = inputOf({ email: 'Kim@joining.example.kr', businessNumber: '220-81-62517' })
  const { registerEnterprise } = await read<Registered>(app, register, { variables: again })
  expect(registerEnterprise).toEqual({ isRequest: false })
  expect(await sql.run('select 1 from person')).toHaveLength(before.length)
  expect(await sql.run(`select 1 from enterprise where business_number = '2208162517'`)).toEqual([])
  await eventually(async () => {
    const told = await sql.run(
      `select p.email, n.kind from notice n join person p on p.id = n.person_id where n.kind = 'account.registered_again'`,
    )
    expect(told).toEqual([{ email: 'kim@joining.example.kr', kind: 'account.registered_again' }])
  })
})

test('a number is looked up before anything is typed: what is wrong with it, or whose public name it has', async () => {
  const look = async (text: string) =>
    (
      await read<{ businessNumber: { problem: string | null; enterpriseName: string | null } }>(
        app,
        'query ($text: String!) { businessNumber(text: $text) { problem enterpriseName } }',
        { variables: { text } },
      )
    ).businessNumber
  expect(await look('000-00-00000')).toEqual({ problem: 'PLACEHOLDER', enterpriseName: null })
  expect(await look('124-81-00997')).toEqual({ problem: 'CHECKSUM', enterpriseName: null })
  // Registered above, but nobody has published it.
  expect(await look('124-81-00998')).toEqual({ problem: null, enterpriseName: null })
  const [known] = await sql.run<{ number: string; name: string }>(
    `select business_number as number, name from enterprise where state = 'published' and branch = '0000' order by id limit 1`,
  )
  expect(await look(known?.number ?? '')).toEqual({ problem: null, enterpriseName: known?.name })
})
