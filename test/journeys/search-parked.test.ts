import { askForRebuild } from '@panro/api/src/app/search/shared-index.ts'
import type { Running } from '@panro/api/src/app/serve.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFakeMeilisearch, type FakeServer } from '../../search/test/fake-meilisearch/server.ts'
import { eventually } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { find, searchHealth } from '../kit/find.ts'
import { startApi, startIndexWorker } from '../kit/processes.ts'
import { openSql, type Sql } from '../kit/sql.ts'

const start = Date.parse('2026-06-01T00:00:00Z')
let now = new Date(start)
let database: TestDatabase
let meilisearch: FakeServer
let api: Running
let worker: Awaited<ReturnType<typeof startIndexWorker>>
let sql: Sql
beforeAll(async () => {
  database = await freshDatabase('bare')
  meilisearch = await startFakeMeilisearch()
  const where = { databaseUrl: database.url, meiliUrl: meilisearch.url, clock: () => now }
  worker = await startIndexWorker(where)
  api = await startApi(where)
  sql = await openSql(database.url)
  await eventually(async () => expect(await searchHealth(api)).toMatchObject({ engine: 'meilisearch' }))
})
afterAll(async () => {
  await api.stop()
  await worker.stop()
  await sql.end()
  await meilisearch.stop()
  await database.drop()
})

const idOf = (serial: number) => `0198a000-0000-7000-8000-${String(serial).padStart(12, '0')}`
const poisoned = idOf(7)

/** Enterprises 1 to `count`, in one stretch of the ledger. */
async function register(first: number, count: number) {
  const ids = Array.from({ length: count }, (_, place) => idOf(first + place))
  await sql.run(
    `with added as (
       insert into enterprise (id, business_number, name, state, source, created_at, updated_at)
       select id, '1' || lpad((${first} + place)::text, 9, '0'), '온새미로 ' || place, 'published', 'test', now(), now()
       from unnest($1::uuid[]) with ordinality as given (id, place) returning id
     )
     insert into ledger (at, actor_role, name, subject_type, subject_id)
     select now(), 'system', 'enterprise.registered', 'enterprise', id from added`,
    [ids],
  )
}

/** A kind with a name that no field of Meilisearch can have: every document that holds it is refused. */
async function poison(id: string) {
  await sql.run(
    `insert into certification_kind
     select (jsonb_populate_record(k, '{"code": "not-a-field", "name": "시험 인증"}')).* from certification_kind k
     limit 1 on conflict do nothing`,
  )
  await sql.run(
    `insert into certification (id, enterprise_id, kind_code, valid_from, valid_until, source, created_at, updated_at)
     values (gen_random_uuid(), $1, 'not-a-field', '2026-01-01', '2027-01-01', 'test', now(), now())`,
    [id],
  )
}

const heal = (id: string) => sql.run(`delete from certification where enterprise_id = $1`, [id])

const touch = (id: string) =>
  sql.run(
    `insert into ledger (at, actor_role, name, subject_type, subject_id)
     values (now(), 'system', 'enterprise.changed', 'enterprise', $1)`,
    [id],
  )

const parked = () =>
  sql.run<{ id: string; reason: string; attempts: number }>(
    `select id, reason, attempts from parked_document where engine = 'meilisearch' order by id`,
  )

test('a document that the engine refuses waits aside with the reason; all others go on', async () => {
  await sql.run('begin')
  await register(1, 40)
  await poison(poisoned)
  await sql.run('commit')
  await eventually(async () =>
    expect(await searchHealth(api)).toMatchObject({ documents: 39, lag: 0, parked: 1 }),
  )
  const [document] = await parked()
  expect(document).toMatchObject({ id: poisoned, attempts: 1 })
  expect(document?.reason).toContain('not-a-field')
  expect((await find(api, 'enterprises', '온새미로')).totalCount).toBe(39)
})

test('it is taken as soon as its row has changed for the better', async () => {
  await touch(poisoned)
  await eventually(async () => expect((await parked())[0]?.attempts).toBe(2), 10_000)
  await heal(poisoned)
  await touch(poisoned)
  await eventually(async () => expect(await searchHealth(api)).toMatchObject({ documents: 40, parked: 0 }))
})

test('or within ten minutes, should nobody have told', async () => {
  await poison(poisoned)
  await touch(poisoned)
  await eventually(async () => expect(await parked()).toHaveLength(1), 10_000)
  await heal(poisoned)
  now = new Date(now.getTime() + 10 * 60_000)
  await eventually(async () => expect(await parked()).toHaveLength(0))
})

test('an index can be built although one document is refused', async () => {
  await poison(poisoned)
  await askForRebuild(worker.orm.em.fork())
  expect(await parked()).toHaveLength(1)
  expect(await searchHealth(api)).toMatchObject({ engine: 'meilisearch', isReady: true, documents: 39 })
  await heal(poisoned)
  await askForRebuild(worker.orm.em.fork())
  expect(await parked()).toHaveLength(0)
  expect(await searchHealth(api)).toMatchObject({ documents: 40 })
})

test('when the server refuses everything for a while, nothing is parked', async () => {
  for (let task = 0; task < 60; task++) meilisearch.fake.failNextTask('no_space_left_on_device')
  await register(100, 200)
  await eventually(
    async () => expect(await searchHealth(api)).toMatchObject({ documents: 240, parked: 0 }),
    25_000,
  )
})
