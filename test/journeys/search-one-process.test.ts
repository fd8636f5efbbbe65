import { run as reindex } from '@panro/api/src/commands/reindex.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startFakeMeilisearch, type FakeServer } from '../../search/test/fake-meilisearch/server.ts'
import { eventually } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { find, searchHealth } from '../kit/find.ts'
import { startApi } from '../kit/processes.ts'

let database: TestDatabase
let meilisearch: FakeServer
beforeEach(async () => {
  database = await freshDatabase('demo')
  meilisearch = await startFakeMeilisearch()
})
afterEach(async () => {
  await meilisearch.stop()
  await database.drop()
})

test('with MEILI_URL one process fills the index, keeps it and searches it', async () => {
  const api = await startApi({ databaseUrl: database.url, meiliUrl: meilisearch.url, hasWorker: true })
  // The first answers come from its own index: nobody waits for the other one to be filled.
  expect((await find(api, 'products', '현수막')).ids.length).toBeGreaterThan(0)
  await eventually(async () =>
    expect(await searchHealth(api)).toMatchObject({ engine: 'meilisearch', isDegraded: false, lag: 0 }),
  )
  expect(await find(api, 'products', '현수막')).toMatchObject({ isDegraded: false })
  await api.stop()
})

test('`pnpm reindex` builds the index itself where no worker runs', async () => {
  const settings = { port: 0, dataDir: '', meiliMasterKey: null, logLevel: 'silent' }
  const env = { ...settings, databaseUrl: database.url, meiliUrl: meilisearch.url }
  expect(await reindex(env)).toBe(0)
  const api = await startApi({ databaseUrl: database.url, meiliUrl: meilisearch.url })
  await eventually(async () =>
    expect(await searchHealth(api)).toMatchObject({ engine: 'meilisearch', isReady: true, lag: 0 }),
  )
  await api.stop()
})
