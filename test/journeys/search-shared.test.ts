import type { Running } from '@panro/api/src/app/serve.ts'
import { askForRebuild } from '@panro/api/src/app/search/shared-index.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFakeMeilisearch, type FakeServer } from '../../search/test/fake-meilisearch/server.ts'
import { eventually, read, signIn } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { find, searchHealth } from '../kit/find.ts'
import { startApi, startIndexWorker } from '../kit/processes.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let database: TestDatabase
let meilisearch: FakeServer
let api: Running
let workers: Awaited<ReturnType<typeof startIndexWorker>>[]
let sql: Sql
let staff: string
beforeAll(async () => {
  database = await freshDatabase('demo')
  meilisearch = await startFakeMeilisearch()
  const where = { databaseUrl: database.url, meiliUrl: meilisearch.url }
  workers = [await startIndexWorker(where), await startIndexWorker(where)]
  api = await startApi(where)
  sql = await openSql(database.url)
  staff = await signIn(api, 'STAFF')
  await eventually(async () =>
    expect(await searchHealth(api)).toMatchObject({ engine: 'meilisearch', isDegraded: false, lag: 0 }),
  )
})
afterAll(async () => {
  await api.stop()
  for (const worker of workers) await worker.stop()
  await sql.end()
  await meilisearch.stop()
  await database.drop()
})

async function rename(name: string) {
  const { enterprises } = await read<{ enterprises: { edges: { node: { id: string } }[] } }>(
    api,
    '{ enterprises(first: 1) { edges { node { id } } } }',
  )
  const id = enterprises.edges[0]?.node.id ?? ''
  await read(api, 'mutation ($id: ID!, $name: String!) { renameEnterprise(id: $id, name: $name) { id } }', {
    token: staff,
    variables: { id, name },
  })
  return id
}

const isFoundBy = (name: string, id: string, patienceMs?: number) =>
  eventually(async () => {
    const found = await find(api, 'enterprises', name)
    expect(found).toMatchObject({ isDegraded: false })
    expect(found.ids).toContain(id)
  }, patienceMs)

const holders = () =>
  sql.run<{ pid: number }>(
    `select pid from pg_locks where locktype = 'advisory' and granted and classid = 7010214
       and database = (select oid from pg_database where datname = current_database())`,
  )

test('a change is found a moment later, and one worker alone holds the lease', async () => {
  await isFoundBy('가람달빛상회', await rename('가람달빛상회'))
  expect(await holders()).toHaveLength(1)
})

test('a task that fails after it was taken on, and an answer that is lost, are made good', async () => {
  meilisearch.fake.failNextTask('no_space_left_on_device')
  const id = await rename('나래별빛상회')
  meilisearch.fake.loseNextAnswer()
  await isFoundBy('나래별빛상회', id, 10_000)
  expect(await searchHealth(api)).toMatchObject({ parked: 0 })
})

test('when the holder loses its connection the lease passes on and nothing is lost', async () => {
  const [holder] = await holders()
  meilisearch.fake.taskDelay = 300
  const id = await rename('다솜햇빛상회')
  await new Promise(resume => setTimeout(resume, 250))
  await sql.run('select pg_terminate_backend($1)', [holder?.pid])
  meilisearch.fake.taskDelay = 1
  await isFoundBy('다솜햇빛상회', id)
  await eventually(async () => expect(await searchHealth(api)).toMatchObject({ lag: 0 }))
  const now = await holders()
  expect(now).toHaveLength(1)
  expect(now[0]?.pid).not.toBe(holder?.pid)
})

test('while Meilisearch is away the own index answers and says so, and writers do not notice', async () => {
  const port = Number(new URL(meilisearch.url).port)
  await meilisearch.stop()
  const begun = performance.now()
  const id = await rename('라온은빛상회')
  expect(performance.now() - begun).toBeLessThan(1_000)
  await eventually(async () => {
    const found = await find(api, 'enterprises', '라온은빛상회')
    expect(found.isDegraded).toBe(true)
    expect(found.ids).toContain(id)
  })
  expect(await searchHealth(api)).toMatchObject({ engine: 'embedded', isDegraded: true, isReady: true })

  // It comes back without any of its data, and is filled before anybody is sent there.
  meilisearch = await startFakeMeilisearch(port)
  await eventually(
    async () =>
      expect(await searchHealth(api)).toMatchObject({ engine: 'meilisearch', isDegraded: false, lag: 0 }),
    20_000,
  )
  await isFoundBy('라온은빛상회', id)
})

test('a rebuild is never seen: no answer is empty or partial while it runs', async () => {
  const { totalCount: whole } = await find(api, 'products', '제작')
  expect(whole).toBeGreaterThan(1)
  meilisearch.fake.taskDelay = 100
  const answers: { totalCount: number; isDegraded: boolean }[] = []
  let isRebuilding = true
  const probing = (async () => {
    while (isRebuilding) {
      answers.push(await find(api, 'products', '제작'))
      await new Promise(resume => setTimeout(resume, 50))
    }
  })()
  const [worker] = workers
  if (!worker) throw new Error('No worker')
  await askForRebuild(worker.orm.em.fork())
  isRebuilding = false
  await probing
  meilisearch.fake.taskDelay = 1
  const byMeilisearch = answers.filter(({ isDegraded }) => !isDegraded)
  expect(byMeilisearch.length).toBeGreaterThan(5)
  expect(new Set(byMeilisearch.map(({ totalCount }) => totalCount))).toEqual(new Set([whole]))
  // One may have met a connection that the server was just closing: the own index answers that, with all that it finds,
  // which is not to the last product the same.
  const byOurs = answers.filter(({ isDegraded }) => isDegraded)
  expect(byOurs.length).toBeLessThan(byMeilisearch.length / 2)
  expect(byOurs.filter(({ totalCount }) => totalCount < whole * 0.9)).toEqual([])
})
