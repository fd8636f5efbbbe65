import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read, signIn } from '../kit/ask.ts'
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

async function metrics(): Promise<string> {
  const response = await fetch(`${app.url}/metrics`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  return response.text()
}

/** The value of the first series of that name whose labels hold the text. */
async function figure(name: string, labels = ''): Promise<number> {
  const line = (await metrics()).split('\n').find(text => text.startsWith(name) && text.includes(labels))
  if (line === undefined) throw new Error(`no ${name} ${labels} is told`)
  return Number(line.split(' ').at(-1))
}

test('the index is told of: what it holds, what it refuses, how far behind it is', async () => {
  const { search } = await (await fetch(`${app.url}/health`)).json()
  expect(await figure('panro_search_documents', 'engine="embedded"')).toBe(search.documents)
  expect(await figure('panro_search_ready')).toBe(1)
  expect(await figure('panro_search_degraded')).toBe(0)
  await eventually(async () => expect(await figure('panro_search_lag_rows')).toBe(0))
  expect(await figure('panro_search_lag_seconds')).toBe(0)
  expect(await figure('panro_search_parked_documents')).toBe(0)

  await sql.run(
    `insert into parked_document (engine, type, id, reason) values ('embedded', 'product', gen_random_uuid(), 'a test')`,
  )
  expect(await figure('panro_search_parked_documents')).toBe(1)
  expect((await (await fetch(`${app.url}/health`)).json()).search).toMatchObject({
    parked: 1,
    lag: 0,
    lagSeconds: 0,
  })
})

test('lag grows with the rows that wait, and with the time they wait', async () => {
  const staff = await signIn(app, 'STAFF')
  const { products } = await read<{ products: { edges: { node: { id: string } }[] } }>(
    app,
    '{ products(first: 1) { edges { node { id } } } }',
  )
  // The sign-in is a row as well.
  await eventually(async () => expect(await figure('panro_search_lag_rows')).toBe(0))
  // Rows of the ledger are read only when nothing older can still appear before them.
  const dawdler = await openSql(app.databaseUrl)
  await dawdler.run('begin')
  await dawdler.run('select pg_current_xact_id()')
  const change = 'mutation ($id: ID!) { takeProductStep(id: $id, step: WITHDRAW, reason: "시험") { id } }'
  await read(app, change, { token: staff, variables: { id: products.edges[0]?.node.id } })
  expect(await figure('panro_search_lag_rows')).toBe(1)
  await eventually(async () => expect(await figure('panro_search_lag_seconds')).toBeGreaterThan(0.1))
  await dawdler.run('commit')
  await dawdler.end()
  await eventually(async () => expect(await figure('panro_search_lag_rows')).toBe(0))
})

test('requests are timed by route, and nobody can be read out of it', async () => {
  const before = await figure('http_request_duration_seconds_count', 'route="/graphql"').catch(() => 0)
  await read(app, 'query ($words: String) { products(first: 1, query: $words) { totalCount } }', {
    variables: { words: '홍길동의 현수막' },
  })
  await fetch(`${app.url}/graphql?query={viewer{name}}&who=${encodeURIComponent('홍길동')}`)
  await fetch(`${app.url}/enterprises/${encodeURIComponent('홍길동')}`)
  await eventually(async () =>
    expect(await figure('http_request_duration_seconds_count', 'route="/graphql"')).toBeGreaterThan(before),
  )
  const text = await metrics()
  expect(text).toContain('process_cpu_seconds_total')
  expect(text).not.toMatch(/홍길동|현수막|%ED|viewer|127\.0\.0\.1|@/)
})
