import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { startEmbeddedEngine, startMeilisearchEngine } from './index.ts'
import { describeContract } from '../test/contract.ts'
import { startFakeMeilisearch, type FakeServer } from '../test/fake-meilisearch/server.ts'

describeContract('the embedded engine', startEmbeddedEngine)

let server: FakeServer

beforeAll(async () => {
  server = await startFakeMeilisearch()
})
afterAll(async () => {
  await server.stop()
})

describeContract('the Meilisearch engine on a fake server', () =>
  startMeilisearchEngine({ url: server.url, prefix: `test_${randomUUID()}`, interval: 1 }),
)

const url = process.env.MEILI_URL
if (url !== undefined) {
  describeContract('the Meilisearch engine on a real server', () =>
    startMeilisearchEngine({ url, masterKey: process.env.MEILI_MASTER_KEY, prefix: `test_${randomUUID()}` }),
  )
}
