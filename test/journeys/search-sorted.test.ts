import type { Running } from '@panro/api/src/app/serve.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFakeMeilisearch, type FakeServer } from '../../search/test/fake-meilisearch/server.ts'
import { eventually, read } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { searchHealth } from '../kit/find.ts'
import { startApi, startIndexWorker } from '../kit/processes.ts'
import { openSql } from '../kit/sql.ts'

const many = 1_250

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('demo')
  const sql = await openSql(database.url)
  await sql.run(`insert into product select r.* from
    (select p from product p join enterprise e on e.id = p.enterprise_id and e.state = 'published' where p.state = 'on_sale' limit 1) one,
    generate_series(1, ${many}) n,
    jsonb_populate_record(one.p, jsonb_build_object('id', gen_random_uuid(), 'name', '별무리걸이대 ' || n, 'price', 900000 - n)) r`)
  await sql.end()
})
afterAll(() => database.drop())

interface Page {
  products: {
    totalCount: number
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
    edges: { node: { price: number } }[]
  }
}

/** Every price, in the order in which the pages show it; and what each page says there is. */
async function walk(app: { url: string }) {
  const prices: number[] = []
  const totals = new Set<number>()
  for (let after: string | null = null; ;) {
    const { products }: Page = await read<Page>(
      app,
      `query ($after: String) { products(first: 100, after: $after, query: "별무리걸이대", sort: PRICE_ASC) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { price } } } }`,
      { variables: { after } },
    )
    totals.add(products.totalCount)
    prices.push(...products.edges.map(({ node }) => node.price))
    if (!products.pageInfo.hasNextPage) return { prices, totals: [...totals] }
    after = products.pageInfo.endCursor
  }
}

const cheapestFirst = Array.from({ length: many }, (_, n) => 900_000 - many + n)

test('what is counted can be walked, in any order, however much it is', async () => {
  const app = await startApi({ databaseUrl: database.url, meiliUrl: null })
  expect(await walk(app)).toEqual({ prices: cheapestFirst, totals: [many] })
  await app.stop()
})

test('on Meilisearch, too, the end of the list is the end of what was found', async () => {
  const meilisearch: FakeServer = await startFakeMeilisearch()
  const where = { databaseUrl: database.url, meiliUrl: meilisearch.url }
  const worker = await startIndexWorker(where)
  const app: Running = await startApi(where)
  await eventually(async () => expect((await searchHealth(app)).engine).toBe('meilisearch'), 60_000)
  const { products } = await read<Page>(
    app,
    '{ products(last: 5, query: "별무리걸이대", sort: PRICE_ASC) { totalCount pageInfo { hasNextPage endCursor } edges { node { price } } } }',
  )
  expect(products.totalCount).toBe(many)
  expect(products.edges.map(({ node }) => node.price)).toEqual(cheapestFirst.slice(-5))
  await app.stop()
  await worker.stop()
  await meilisearch.stop()
}, 90_000)
