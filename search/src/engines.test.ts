import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe } from 'vitest'
import type { SearchEngine } from './engine.ts'
import { startEmbeddedEngine, startMeilisearchEngine } from './index.ts'
import { keepsTheContract } from '../test/contract.ts'
import { inBatches } from '../test/documents.ts'
import { startFakeMeilisearch, type FakeServer } from '../test/fake-meilisearch/server.ts'

describe('the embedded engine', () => {
  let engine: SearchEngine

  beforeAll(async () => {
    engine = await startEmbeddedEngine()
  })
  afterAll(async () => {
    await engine.close()
  })

  // One thread for all: documents are all it knows, and to start another takes longer than most of the tests.
  const emptied = async () => {
    await engine.rebuild(inBatches([]))
    return engine
  }
  keepsTheContract(emptied, async () => {})
})

describe('the Meilisearch engine on a fake server', () => {
  let server: FakeServer

  beforeAll(async () => {
    server = await startFakeMeilisearch()
  })
  afterAll(async () => {
    await server.stop()
  })

  // Less patience than a test has, so that what was waited for in vain has a name.
  const patience = { interval: 1, requestTimeout: 6_000, taskTimeout: 10_000 }
  keepsTheContract(() =>
    startMeilisearchEngine({ url: server.url, prefix: `test_${randomUUID()}`, ...patience }),
  )
})

const url = process.env.MEILI_URL

describe.skipIf(url === undefined)('the Meilisearch engine on the server of MEILI_URL', () => {
  keepsTheContract(() =>
    startMeilisearchEngine({
      url: url ?? '',
      masterKey: process.env.MEILI_MASTER_KEY,
      prefix: `test_${randomUUID()}`,
    }),
  )
})
