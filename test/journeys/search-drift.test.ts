import { systemContext } from '@panro/api/src/app/system-context.ts'
import { importList } from '@panro/api/src/modules/imports/import-list.ts'
import { operatorLimits } from '@panro/api/src/modules/imports/table/limits.ts'
import type { Running } from '@panro/api/src/app/serve.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMeilisearchEngine } from '@panro/search'
import { startFakeMeilisearch, type FakeServer } from '../../search/test/fake-meilisearch/server.ts'
import { eventually } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { find, searchHealth } from '../kit/find.ts'
import { startApi, startIndexWorker } from '../kit/processes.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let now = new Date('2026-06-01T00:00:00Z')
const inTenMinutes = () => (now = new Date(now.getTime() + 10 * 60_000))

let database: TestDatabase
let meilisearch: FakeServer
/** One that searches Meilisearch, one with its own index only. */
let apis: Running[]
let worker: Awaited<ReturnType<typeof startIndexWorker>>
let sql: Sql
beforeAll(async () => {
  database = await freshDatabase('demo')
  meilisearch = await startFakeMeilisearch()
  const where = { databaseUrl: database.url, meiliUrl: meilisearch.url, clock: () => now }
  worker = await startIndexWorker(where)
  apis = [await startApi(where), await startApi({ ...where, meiliUrl: null })]
  sql = await openSql(database.url)
  const [shared] = apis
  await eventually(async () =>
    expect(shared && (await searchHealth(shared))).toMatchObject({ engine: 'meilisearch', lag: 0 }),
  )
})
afterAll(async () => {
  for (const api of apis) await api.stop()
  await worker.stop()
  await sql.end()
  await meilisearch.stop()
  await database.drop()
})

/** In every index there is. */
const counts = (query: string) =>
  Promise.all(apis.map(async api => (await find(api, 'products', query)).totalCount))

describe('what the ledger does not tell of is mended within ten minutes', () => {
  test('a row changed behind the back of the application', async () => {
    const [product] = await sql.run<{ id: string }>(`select id from product where state = 'on_sale' limit 1`)
    await sql.run(`update product set name = '쿼짝픠뜰 손거울' where id = $1`, [product?.id])
    await new Promise(resume => setTimeout(resume, 600))
    expect(await counts('쿼짝픠뜰')).toEqual([0, 0])
    inTenMinutes()
    await eventually(async () => expect(await counts('쿼짝픠뜰')).toEqual([1, 1]))
  })

  test('a row that is gone', async () => {
    await sql.run(`update product set state = 'withdrawn' where name = '쿼짝픠뜰 손거울'`)
    inTenMinutes()
    await eventually(async () => expect(await counts('쿼짝픠뜰')).toEqual([0, 0]))
  })

  test('an index that somebody else has written to', async () => {
    const [before = 0] = await counts('제작')
    const intruder = await startMeilisearchEngine({ url: meilisearch.url, interval: 1 })
    const held: string[] = []
    for await (const some of intruder.fingerprints()) held.push(...some.map(({ id }) => id))
    await intruder.remove(held.slice(0, held.length / 2))
    await intruder.close()
    expect((await counts('제작'))[0]).toBeLessThan(before)
    inTenMinutes()
    await eventually(async () => expect((await counts('제작'))[0]).toBe(before))
  })
})

test('a list of categories renames what is found by them, with nothing said of a product', async () => {
  const [category] = await sql.run<{ code: string; n: number }>(
    `select left(p.category_code, 2) as code, count(*)::int as n from product p join enterprise e on e.id = p.enterprise_id
     where p.state = 'on_sale' and e.state = 'published' group by 1 order by 2 desc limit 1`,
  )
  const { code = '', n = 0 } = category ?? {}
  expect(await counts('아름드리부문')).toEqual([0, 0])
  await importList(systemContext(worker.orm, now), {
    kind: 'categories',
    file: {
      name: 'categories.csv',
      bytes: Buffer.from(`code,level,title_ko,title_en\n${code.padEnd(8, '0')},segment,아름드리부문,\n`),
    },
    isDryRun: false,
    limits: operatorLimits,
  })
  await eventually(async () => expect(await counts('아름드리부문')).toEqual([n, n]))
})
