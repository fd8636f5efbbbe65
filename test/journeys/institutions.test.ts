import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, refusal, signIn } from '../kit/ask.ts'
import { newPerson } from '../kit/person.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let app: TestApp
let sql: Sql
let staff: string
let neighbour: string
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
  staff = await signIn(app, 'STAFF')
  const [other] = await sql.run<{ id: string }>(
    `select center_id as id from person where email = 'staff.narae@demo.example.kr'`,
  )
  neighbour = (await newPerson(sql, { role: 'staff', centerId: other?.id ?? '' })).token
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})

interface Body {
  id: string
  version: number
  name: string
  validUntil: string | null
  allowedActions: string[]
  departments: { id: string; version: number; name: string; validUntil: string | null }[]
  successors: {
    effectiveOn: string
    institution: { id: string; name: string; departments: { name: string }[] }
  }[]
  predecessors: { institution: { name: string } }[]
}
const fields = `{ id version name validUntil allowedActions departments(all: true) { id version name validUntil }
  successors { effectiveOn institution { id name departments { name } } } predecessors { institution { name } } }`

const add = async (name: string, token = staff): Promise<Body> => {
  const { addInstitution } = await read<{ addInstitution: Body }>(
    app,
    `mutation ($name: String!) { addInstitution(institution: { name: $name, kind: DISTRICT }) ${fields} }`,
    { token, variables: { name } },
  )
  return addInstitution
}
const addDepartment = async (institution: string, name: string) => {
  const { addDepartment: made } = await read<{ addDepartment: { id: string; version: number } }>(
    app,
    `mutation { addDepartment(institutionId: "${institution}", name: "${name}") { id version } }`,
    { token: staff },
  )
  return made
}
const bodyOf = async (id: string, token = staff) => {
  const { institution } = await read<{ institution: Body | null }>(
    app,
    `{ institution(id: "${id}") ${fields} }`,
    {
      token,
    },
  )
  return institution
}
const officer =
  'name: "홍길동", phone: "02-123-4567", email: "gildong@example.kr", purpose: "상담", keepUntil: "2028-01-31"'
const addOfficer = async (department: string) => {
  const { addOfficer: made } = await read<{ addOfficer: { id: string; version: number } }>(
    app,
    `mutation { addOfficer(departmentId: "${department}", officer: { ${officer} }) { id version } }`,
    { token: staff },
  )
  return made
}

test('a district splits in two on a day, and its history stays its own', async () => {
  const west = await add('시험 서구')
  const accounts = await addDepartment(west.id, '회계과')
  await addDepartment(west.id, '총무과')
  const { succeedInstitution: split } = await read<{ succeedInstitution: Body }>(
    app,
    `mutation { succeedInstitution(id: "${west.id}", expectedVersion: 1, on: "2026-07-01", successors: [
      { name: "시험 서해구", departments: ["${accounts.id}"] }, { name: "시험 검단구" }]) ${fields} }`,
    { token: staff },
  )
  expect(split).toMatchObject({ validUntil: '2026-06-30', allowedActions: ['CHANGE', 'ADD_DEPARTMENT'] })
  expect(split.departments.map(({ validUntil }) => validUntil)).toEqual(['2026-06-30', '2026-06-30'])
  const bySuccessor = new Map(split.successors.map(({ institution }) => [institution.name, institution]))
  expect([...bySuccessor.keys()].sort()).toEqual(['시험 검단구', '시험 서해구'])
  expect(bySuccessor.get('시험 서해구')?.departments).toEqual([{ name: '회계과' }])
  expect(bySuccessor.get('시험 검단구')?.departments).toEqual([])
  expect(split.successors[0]?.effectiveOn).toBe('2026-07-01')
  const again = `mutation { endInstitution(id: "${west.id}", expectedVersion: 2, on: "2026-12-31") { id } }`
  expect(await refusal(app, again, { token: staff })).toMatchObject({ code: 'WRONG_STATE' })
})

test('two bodies become one, and a department that both had is one there', async () => {
  const [first, second, target] = [await add('통합 갑'), await add('통합 을'), await add('통합 병')]
  for (const { id } of [first, second]) {
    const { id: department } = await addDepartment(id, '재무과')
    await read(
      app,
      `mutation { succeedInstitution(id: "${id}", expectedVersion: 1, on: "2027-01-01",
        successors: [{ id: "${target.id}", departments: ["${department}"] }]) { id } }`,
      { token: staff },
    )
  }
  const merged = await bodyOf(target.id)
  expect(merged?.predecessors.map(({ institution }) => institution.name).sort()).toEqual([
    '통합 갑',
    '통합 을',
  ])
  expect(merged?.departments.map(({ name }) => name)).toEqual(['재무과'])
})

test('a save based on an older version is refused, and two of one name as well', async () => {
  const { id } = await add('이름 시험')
  const rename = (name: string, version: number) =>
    `mutation { changeInstitution(id: "${id}", expectedVersion: ${version}, changes: { name: "${name}" }) { name version } }`
  expect(await read(app, rename('새 이름', 1), { token: staff })).toEqual({
    changeInstitution: { name: '새 이름', version: 2 },
  })
  expect(await refusal(app, rename('다른 이름', 1), { token: staff })).toMatchObject({ code: 'CONFLICT' })
  await add('이름 시험')
  expect(await refusal(app, rename('이름 시험', 2), { token: staff })).toEqual({
    code: 'CONFLICT',
    field: 'institution.name',
  })
})

test('what a centre keeps, no other centre lists, changes or reads officers of', async () => {
  const { id } = await add('남의 기관')
  const { id: department } = await addDepartment(id, '총무과')
  const { id: hong } = await addOfficer(department)
  expect(await bodyOf(id, neighbour)).toBeNull()
  const { institutions } = await read<{ institutions: { totalCount: number } }>(
    app,
    '{ institutions(first: 1) { totalCount } }',
    { token: neighbour },
  )
  expect(institutions.totalCount).toBe(0)
  for (const attempt of [
    `changeInstitution(id: "${id}", expectedVersion: 1, changes: { name: "가" }) { id }`,
    `addDepartment(institutionId: "${id}", name: "가") { id }`,
    `revealOfficer(id: "${hong}", reason: "상담 일정을 알리려고 합니다") { name }`,
    `removeOfficer(id: "${hong}", expectedVersion: 1) { id }`,
  ])
    expect(await refusal(app, `mutation { ${attempt} }`, { token: neighbour })).toMatchObject({
      code: 'NOT_FOUND',
    })
  const { node } = await read<{ node: { name: string; officers: unknown[] } }>(
    app,
    `{ node(id: "${department}") { ... on Department { name officers { name } } } }`,
    { token: neighbour },
  )
  expect(node).toEqual({ name: '총무과', officers: [] })
})

test('an officer is shown masked; the values take a reason, which is on record', async () => {
  const { id } = await add('담당자 시험')
  const { id: department } = await addDepartment(id, '총무과')
  const { id: hong } = await addOfficer(department)
  const listed = await read<{ node: { officers: object[] } }>(
    app,
    `{ node(id: "${department}") { ... on Department { officers { name phone email keepUntil hasAccount } } } }`,
    { token: staff },
  )
  expect(listed.node.officers).toEqual([
    {
      name: '홍*동',
      phone: '02-***-4567',
      email: 'g***@e***.kr',
      keepUntil: '2028-01-31',
      hasAccount: false,
    },
  ])
  const reveal = (reason: string) =>
    `mutation { revealOfficer(id: "${hong}", reason: "${reason}") { name phone } }`
  expect(await refusal(app, reveal('그냥'), { token: staff })).toMatchObject({ field: 'reason' })
  expect(await read(app, reveal('상담 일정을 알리려고 합니다'), { token: staff })).toEqual({
    revealOfficer: { name: '홍길동', phone: '02-123-4567' },
  })
  const told = await sql.run<{ detail: unknown }>(
    `select detail from ledger where name like 'institution.officer%' and detail->>'officer' = $1`,
    [hong.replace(/^officer_(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')],
  )
  expect(told).toHaveLength(2)
  expect(JSON.stringify(told)).not.toMatch(/홍길동|4567@|gildong/)
})

test('a buyer linked by e-mail acts for the department until the link is cut', async () => {
  const { id } = await add('계정 시험')
  const { id: department } = await addDepartment(id, '총무과')
  const { id: hong } = await addOfficer(department)
  const buyer = await newPerson(sql, { role: 'buyer' })
  const own = async () => {
    const { viewer } = await read<{ viewer: { departments: { id: string; isOwn: boolean }[] } }>(
      app,
      '{ viewer { departments { id isOwn } } }',
      { token: buyer.token },
    )
    return viewer.departments
  }
  const link = (email: string) =>
    `mutation { linkOfficer(id: "${hong}", expectedVersion: 1, email: "${email}") { version hasAccount } }`
  expect(await own()).toEqual([])
  expect(await refusal(app, link('nobody@example.kr'), { token: staff })).toEqual({
    code: 'NOT_FOUND',
    field: 'email',
  })
  expect(await refusal(app, link('staff@demo.example.kr'), { token: staff })).toMatchObject({
    field: 'email',
  })
  expect(await read(app, link(buyer.email.toUpperCase()), { token: staff })).toEqual({
    linkOfficer: { version: 2, hasAccount: true },
  })
  expect(await own()).toEqual([{ id: department, isOwn: true }])
  expect(await bodyOf(id, buyer.token)).toMatchObject({ name: '계정 시험', allowedActions: [] })
  await read(app, `mutation { removeOfficer(id: "${hong}", expectedVersion: 2) { id } }`, { token: staff })
  expect(await own()).toEqual([])
})
