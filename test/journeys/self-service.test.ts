import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal, signIn } from '../kit/ask.ts'
import { ownDesk, type Desk } from '../kit/desk.ts'
import { signInAs } from '../kit/sign-in-as.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let app: TestApp
let sql: Sql
let member: string
let staff: string
let neighbour: string
let desk: Desk
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
  member = await signIn(app, 'ENTERPRISE')
  staff = await signIn(app, 'STAFF')
  neighbour = await signInAs(app, sql, 'STAFF', 'staff.narae@demo.example.kr')
  desk = await ownDesk(app, member)
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})

const uuid = (id: string) => id.replace(/^[a-z]+_/, '')

/** The names of the ledger rows of an enterprise and of one thing of it, in order. */
async function ledgerOf(id: string): Promise<string[]> {
  const rows = await sql.run<{ name: string }>(
    `select name from ledger where subject_id = $1 or detail->>'of' = $1::uuid::text order by id`,
    [uuid(id)],
  )
  return rows.map(({ name }) => name)
}

interface Stated {
  id: string
  version: number
  state: string
  allowedActions: string[]
  decidedFor: string | null
}

const stated = 'id version state allowedActions decidedFor'
const certificate = (number: string, rest = '') =>
  `certification: { kind: "village_enterprise", number: "${number}", issuer: "행정안전부", validFrom: "2024-01-01" ${rest} }`

const addCertificate = async (number: string) => {
  const call = `mutation { done: addCertification(enterpriseId: "${desk.id}", ${certificate(number)}) { ${stated} } }`
  return (await read<{ done: Stated }>(app, call, { token: member })).done
}

const numbers = async () => {
  const { enterprise } = await read<{ enterprise: { certifications: { number: string }[] } }>(
    app,
    '($id: ID!) { enterprise: node(id: $id) { ... on Enterprise { certifications { number } } } }'.replace(
      '(',
      'query (',
    ),
    { variables: { id: desk.enterprise.id } },
  )
  return enterprise.certifications.map(({ number }) => number)
}

describe('a certificate', () => {
  test('counts for nothing until staff have confirmed it, and counts from then on', async () => {
    const added = await addCertificate('제2024-77호')
    expect(added).toMatchObject({ state: 'CLAIMED', allowedActions: ['CORRECT', 'WITHDRAW'] })
    expect(await numbers()).not.toContain('제2024-77호')
    const look = `mutation { done: verifyCertification(id: "${added.id}", expectedVersion: 1, isConfirmed: true, reason: "지정서 대조") { ${stated} } }`
    expect(await refusal(app, look, { token: member })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(app, look, { token: neighbour })).toMatchObject({ code: 'NOT_FOUND' })
    const { done } = await read<{ done: Stated }>(app, look, { token: staff })
    expect(done).toMatchObject({ state: 'CONFIRMED', decidedFor: '지정서 대조' })
    expect(await numbers()).toContain('제2024-77호')
    expect(await ledgerOf(added.id)).toEqual(['certification.added', 'certification.confirmed'])
    const again = `mutation { correctCertification(id: "${added.id}", expectedVersion: 2, ${certificate('가')}) { id } }`
    expect(await refusal(app, again, { token: member })).toMatchObject({ code: 'WRONG_STATE' })
  })

  test('that was refused is corrected, asks anew, and can be withdrawn', async () => {
    const { id } = await addCertificate('제2024-78호')
    const refuse = `mutation { done: verifyCertification(id: "${id}", expectedVersion: 1, isConfirmed: false, reason: "번호가 다릅니다") { ${stated} } }`
    await read(app, refuse, { token: staff })
    const correct = `mutation { done: correctCertification(id: "${id}", expectedVersion: 2, ${certificate('제2024-79호')}) { ${stated} } }`
    const { done } = await read<{ done: Stated }>(app, correct, { token: member })
    expect(done).toMatchObject({ state: 'CLAIMED', decidedFor: null, version: 3 })
    const take = `mutation { withdrawCertification(id: "${id}", expectedVersion: 3) { certificationClaims { id } } }`
    const left = await read<{ withdrawCertification: { certificationClaims: { id: string }[] } }>(app, take, {
      token: member,
    })
    expect(left.withdrawCertification.certificationClaims.map(claim => claim.id)).not.toContain(id)
    expect(await ledgerOf(id)).toEqual([
      'certification.added',
      'certification.refused',
      'certification.corrected',
      'certification.claim_withdrawn',
    ])
  })

  test('that was corrected meanwhile is not confirmed by a look at what it said before', async () => {
    const { id } = await addCertificate('제2024-80호')
    const correct = `mutation { done: correctCertification(id: "${id}", expectedVersion: 1, ${certificate('제2024-81호')}) { id } }`
    await read(app, correct, { token: member })
    const late = `mutation { verifyCertification(id: "${id}", expectedVersion: 1, isConfirmed: true, reason: "확인") { id } }`
    expect(await refusal(app, late, { token: staff })).toMatchObject({ code: 'CONFLICT' })
    expect(await numbers()).not.toContain('제2024-81호')
  })

  test('with impossible dates is refused, and the field is named', async () => {
    const call = `mutation { addCertification(enterpriseId: "${desk.id}", ${certificate('가', 'validUntil: "2020-01-01"')}) { id } }`
    const { errors } = await ask(app, call, { token: member })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'certification.validUntil',
    })
  })
})

describe('a certificate on record', () => {
  interface Kept {
    id: string
    version: number
    allowedActions: string[]
    certification: { number: string; status: string; validUntil: string | null }
  }
  const fields = 'id version allowedActions certification { number status validUntil }'
  const ofDesk = async (number: string, token: string) => {
    const asked = `{ enterpriseDesk(id: "${desk.id}") { certificates { ${fields} } } }`
    const { enterpriseDesk } = await read<{ enterpriseDesk: { certificates: Kept[] } }>(app, asked, { token })
    return enterpriseDesk.certificates.find(({ certification }) => certification.number === number)
  }
  const amend = ({ id, version }: Kept, amendment: string, reason = '지정서 대조') =>
    `mutation { done: amendCertification(id: "${id}", expectedVersion: ${version}, amendment: { ${amendment} }, reason: "${reason}") { ${fields} } }`

  test('is put right by staff, with a reason, and an end recorded by mistake is taken back', async () => {
    const { id } = await addCertificate('제2024-9O호')
    const look = `mutation { verifyCertification(id: "${id}", expectedVersion: 1, isConfirmed: true, reason: "확인") { id } }`
    await read(app, look, { token: staff })
    const entered = await ofDesk('제2024-9O호', staff)
    if (!entered) throw new Error('It has been confirmed')
    expect(entered.allowedActions).toEqual(['CORRECT', 'END'])
    expect((await ofDesk('제2024-9O호', member))?.allowedActions).toEqual([])
    const right = 'number: "제2024-90호", validUntil: "2099-12-31"'
    expect(await refusal(app, amend(entered, right), { token: member })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusal(app, amend(entered, right), { token: neighbour })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await refusal(app, amend(entered, right, ' '), { token: staff })).toMatchObject({
      field: 'reason',
    })
    expect(await refusal(app, amend(entered, 'validUntil: "2001-01-01"'), { token: staff })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'validUntil',
    })
    const { done } = await read<{ done: Kept }>(app, amend(entered, right), { token: staff })
    expect(done.certification).toEqual({ number: '제2024-90호', status: 'ACTIVE', validUntil: '2099-12-31' })
    expect(await refusal(app, amend(entered, 'issuer: "가"'), { token: staff })).toMatchObject({
      code: 'CONFLICT',
    })

    const end = `mutation { endCertification(id: "${done.id}", how: CANCELLED, on: "2025-01-01", reason: "공문") { status } }`
    await read(app, end, { token: staff })
    const ended = await ofDesk('제2024-90호', staff)
    expect(ended).toMatchObject({ allowedActions: ['CORRECT'], certification: { status: 'CANCELLED' } })
    if (!ended) throw new Error('It is on record')
    const { done: back } = await read<{ done: Kept }>(
      app,
      amend(ended, 'isEndTakenBack: true', '다른 기업의 공문'),
      {
        token: staff,
      },
    )
    expect(back).toMatchObject({ allowedActions: ['CORRECT', 'END'], certification: { status: 'ACTIVE' } })
    const rows = await sql.run<{ name: string; reason: string }>(
      `select name, reason from ledger where detail->>'certification' = $1 and name <> 'certification.expiring' order by id`,
      [uuid(done.id).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')],
    )
    expect(rows).toEqual([
      { name: 'certification.amended', reason: '지정서 대조' },
      { name: 'certification.cancelled', reason: '공문' },
      { name: 'certification.amended', reason: '다른 기업의 공문' },
    ])
  })
})

describe('a product', () => {
  const values = (name: string) =>
    `product: { name: "${name}", category: "44", unit: "개", price: 1500, includesVat: true, deliveryRegions: [] }`
  const fields = 'id version name state allowedSteps'
  interface Kept {
    id: string
    version: number
    name: string
    state: string
    allowedSteps: string[]
  }

  test('is added, changed on its version, taken off sale and put back, by its enterprise alone', async () => {
    const add = `mutation { done: addProduct(enterpriseId: "${desk.id}", ${values('재생 봉투')}) { ${fields} } }`
    expect(await refusal(app, add, { token: neighbour })).toMatchObject({ code: 'NOT_FOUND' })
    const { done: added } = await read<{ done: Kept }>(app, add, { token: member })
    expect(added).toMatchObject({ state: 'ON_SALE', version: 1, allowedSteps: ['WITHDRAW'] })
    const change = `mutation { done: updateProduct(id: "${added.id}", expectedVersion: 1, ${values('재생 종이봉투')}) { ${fields} } }`
    const { done: changed } = await read<{ done: Kept }>(app, change, { token: member })
    expect(changed).toMatchObject({ name: '재생 종이봉투', version: 2 })
    const stale = await ask(app, change.replace('종이봉투', '쇼핑백'), { token: staff })
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', version: 2 })
    for (const step of ['WITHDRAW', 'PUBLISH']) {
      const take = `mutation { takeProductStep(id: "${added.id}", step: ${step}) { id } }`
      expect(await refusal(app, take, { token: neighbour })).toMatchObject({ code: 'NOT_FOUND' })
      await read(app, take, { token: member })
    }
    expect(await ledgerOf(added.id)).toEqual([
      'product.added',
      'product.updated',
      'product.withdrawn',
      'product.published',
    ])
  })
})

describe('a claim of the passport', () => {
  interface Claim {
    id: string
    version: number
    wasVerifiedBefore: boolean
    claim: { verification: { result: string } | null }
  }
  const fields = 'id version wasVerifiedBefore claim { verification { result } }'
  const record = (item: string) =>
    `claim: { deliveryRecord: { client: "서울시", item: "${item}", amount: 3000000, deliveredOn: "2025-03-02" } }`

  test('that has been verified is unverified once it says something else; the look stays on record', async () => {
    const state = `mutation { done: stateClaim(enterpriseId: "${desk.id}", ${record('현수막')}) { ${fields} } }`
    const { done: first } = await read<{ done: Claim }>(app, state, { token: member })
    const look = `mutation { done: verifyClaim(id: "${first.id}", expectedVersion: 1, isConfirmed: true, method: "계약서 대조") { ${fields} } }`
    expect(await refusal(app, look, { token: member })).toMatchObject({ code: 'FORBIDDEN' })
    const { done: verified } = await read<{ done: Claim }>(app, look, { token: staff })
    expect(verified.claim.verification).toEqual({ result: 'CONFIRMED' })
    const change = `mutation { done: changeClaim(id: "${first.id}", expectedVersion: 1, ${record('현수막 100장')}) { ${fields} } }`
    const { done: changed } = await read<{ done: Claim }>(app, change, { token: member })
    expect(changed).toMatchObject({ version: 2, wasVerifiedBefore: true, claim: { verification: null } })
    const kept = await sql.run('select result from verification where credential_id = $1', [uuid(first.id)])
    expect(kept).toEqual([{ result: 'confirmed' }])
    expect(await refusal(app, look, { token: staff })).toMatchObject({ code: 'CONFLICT' })
    const take = `mutation { withdrawClaim(id: "${first.id}", expectedVersion: 2) { claims { id } } }`
    const left = await read<{ withdrawClaim: { claims: { id: string }[] } }>(app, take, { token: member })
    expect(left.withdrawClaim.claims.map(({ id }) => id)).not.toContain(first.id)
    expect(await ledgerOf(first.id)).toEqual([
      'credential.stated',
      'credential.verified',
      'credential.updated',
      'credential.withdrawn',
    ])
  })

  test('is of exactly one kind', async () => {
    const call = `mutation { stateClaim(enterpriseId: "${desk.id}", claim: {}) { id } }`
    expect(await refusal(app, call, { token: member })).toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

test('the database itself keeps another centre from writing', async () => {
  const [other] = await sql.run<{ id: string }>(
    `select id from center where id <> (select center_id from enterprise where id = $1) limit 1`,
    [uuid(desk.enterprise.id)],
  )
  await sql.run('begin')
  await sql.run(`select set_config('panro.center', $1, true)`, [other?.id ?? ''])
  await sql.run('set local role panro_request')
  const claims = await sql.run('select id from certification_claim where enterprise_id = $1', [
    uuid(desk.enterprise.id),
  ])
  const products = await sql.run('update product set name = $2 where enterprise_id = $1 returning id', [
    uuid(desk.enterprise.id),
    '남의 것',
  ])
  await sql.run('rollback')
  expect(claims).toEqual([])
  expect(products).toEqual([])
})
