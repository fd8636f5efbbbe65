import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, refusal, signIn } from '../kit/ask.ts'
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

const globalId = (type: string, id: string) => `${type}_${id.replaceAll('-', '')}`

/** Something of the other centre’s, by way of the table. */
const foreign = async (select: string) => {
  const [row] = await sql.run<{ id: string }>(
    `${select} where e.center_id <> (select center_id from person where email = 'staff@demo.example.kr') limit 1`,
  )
  if (!row) throw new Error('The other centre keeps nothing')
  return row.id
}

test('staff change nothing that another centre keeps, and cannot tell it from what never was', async () => {
  const token = await signIn(app, 'STAFF')
  const enterprise = globalId('enterprise', await foreign('select e.id from enterprise e'))
  const product = globalId(
    'product',
    await foreign('select p.id from product p join enterprise e on e.id = p.enterprise_id'),
  )
  const certification = globalId(
    'certification',
    await foreign('select c.id from certification c join enterprise e on e.id = c.enterprise_id'),
  )
  const before = await standing()
  const attempts = [
    `mutation { renameEnterprise(id: "${enterprise}", name: "남의 것") { id } }`,
    `mutation { takeEnterpriseStep(id: "${enterprise}", step: WITHDRAW) { id } }`,
    `mutation { changePrice(id: "${product}", price: 1) { id } }`,
    `mutation { takeProductStep(id: "${product}", step: WITHDRAW) { id } }`,
    `mutation { endCertification(id: "${certification}", how: CANCELLED, on: "2026-11-01", reason: "남의 것") { id } }`,
  ]
  for (const attempt of attempts)
    expect(await refusal(app, attempt, { token })).toMatchObject({ code: 'NOT_FOUND', field: 'id' })
  expect(await standing()).toEqual(before)
})

const standing = () =>
  sql.run('select (select sum(version) from enterprise) as e, (select sum(version) from product) as p')

test('staff change what their centre keeps', async () => {
  const token = await signIn(app, 'STAFF')
  const [own] = await sql.run<{ id: string }>(
    `select id from enterprise where state = 'published'
     and center_id = (select center_id from person where email = 'staff@demo.example.kr') limit 1`,
  )
  const { renameEnterprise } = await read<{ renameEnterprise: { name: string } }>(
    app,
    'mutation ($id: ID!) { renameEnterprise(id: $id, name: "우리 것") { name } }',
    { token, variables: { id: globalId('enterprise', own?.id ?? '') } },
  )
  expect(renameEnterprise.name).toBe('우리 것')
})

/** What the role of people's requests sees of the contacts, once a transaction has said who acts. */
async function contactsSeen(settings: Record<string, string>) {
  const client = new pg.Client({ connectionString: app.databaseUrl, options: '-c role=panro_request' })
  await client.connect()
  try {
    await client.query('begin')
    for (const [name, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, true)', [name, value])
    const { rows } = await client.query<{ center: string; n: number }>(
      `select e.center_id as center, count(*)::int as n
       from enterprise_contact c join enterprise e on e.id = c.enterprise_id group by 1`,
    )
    return rows
  } finally {
    await client.end()
  }
}

test('the database shows contacts to the centre that keeps them, to the enterprise itself and to nobody else', async () => {
  const [center] = await sql.run<{ id: string; enterprise: string }>(
    `select c.id, e.id as enterprise from center c join enterprise e on e.center_id <> c.id
     join enterprise_contact k on k.enterprise_id = e.id order by c.id limit 1`,
  )
  if (!center) throw new Error('There is no centre')
  expect(await contactsSeen({})).toEqual([])
  expect((await contactsSeen({ 'panro.center': center.id })).map(({ center: id }) => id)).toEqual([center.id])
  const ofEnterprise = await contactsSeen({ 'panro.enterprises': `{${center.enterprise}}` })
  expect(ofEnterprise).toHaveLength(1)
  expect(ofEnterprise[0]?.n).toBeLessThanOrEqual(2)
})

test('the role of requests can write the ledger but never change it', async () => {
  const client = new pg.Client({ connectionString: app.databaseUrl, options: '-c role=panro_request' })
  await client.connect()
  try {
    await expect(client.query('delete from ledger')).rejects.toThrow(/permission denied/)
    await expect(client.query(`update ledger set name = 'x.y'`)).rejects.toThrow(/permission denied/)
  } finally {
    await client.end()
  }
})
