import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read, signIn } from '../kit/ask.ts'
import { serverUrl } from '../kit/database.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const count = async () =>
  (await read<{ products: { totalCount: number } }>(app, '{ products(first: 1) { totalCount } }')).products
    .totalCount

test('when the database drops every connection the API goes on, and the index still follows', async () => {
  const before = await count()
  const server = new pg.Client(serverUrl())
  await server.connect()
  const name = new URL(app.databaseUrl).pathname.slice(1)
  const { rowCount } = await server.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
    [name],
  )
  await server.end()
  expect(rowCount).toBeGreaterThan(0)

  await eventually(async () => expect(await count()).toBe(before))
  await eventually(async () => expect((await fetch(`${app.url}/health`)).status).toBe(200))

  const staff = await signIn(app, 'STAFF')
  const found = async () =>
    (
      await read<{ products: { totalCount: number; edges: { node: { id: string } }[] } }>(
        app,
        '{ products(first: 1, query: "현수막") { totalCount edges { node { id } } } }',
      )
    ).products
  const { totalCount, edges } = await found()
  await read(app, 'mutation ($id: ID!) { takeProductStep(id: $id, step: WITHDRAW) { id } }', {
    token: staff,
    variables: { id: edges[0]?.node.id },
  })
  await eventually(async () => expect((await found()).totalCount).toBe(totalCount - 1), 20_000)
})

test('the settings of the connection reach the server', async () => {
  const { connect } = await import('@panro/api/src/app/database.ts')
  const { poolOf } = await import('@panro/api/src/platform/read/read.ts')
  const orm = await connect(app.databaseUrl)
  const pool = await poolOf(orm.em.fork())
  const show = async (name: string) =>
    (await pool.query(`select current_setting('${name}') as value`)).rows[0]?.value
  expect(await show('statement_timeout')).toBe('15s')
  expect(await show('lock_timeout')).toBe('5s')
  expect(await show('idle_in_transaction_session_timeout')).toBe('30s')
  await orm.close()
})

test('transactions that lose their connection give back their places in the pool', async () => {
  const { connect } = await import('@panro/api/src/app/database.ts')
  const orm = await connect(app.databaseUrl)
  const cutOff = () =>
    orm.em.fork().transactional(em => em.execute('select pg_terminate_backend(pg_backend_pid())'))
  const ends = await Promise.allSettled(Array.from({ length: 20 }, cutOff))
  expect(ends.map(({ status }) => status)).toEqual(Array(20).fill('rejected'))
  expect(await orm.em.fork().execute('select 1 as one')).toEqual([{ one: 1 }])
  await orm.close()
})
