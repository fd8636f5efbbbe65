import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDocument, aRequest, inBatches } from '../../test/documents.ts'
import { startFakeMeilisearch, type FakeServer } from '../../test/fake-meilisearch/server.ts'
import type { SearchEngine } from '../engine.ts'
import { startMeilisearchEngine } from './meilisearch-engine.ts'
import { pageAround } from './pages.ts'

let server: FakeServer
let engine: SearchEngine
const prefix = `test_${randomUUID()}`
const start = (taskTimeout = 2_000) =>
  startMeilisearchEngine({ url: server.url, prefix, interval: 1, taskTimeout })
const total = async () => (await engine.search(aRequest())).total

beforeEach(async () => {
  server = await startFakeMeilisearch()
  engine = await start()
})
afterEach(async () => {
  await engine.close()
  await server.stop()
})

describe('acknowledges a write only when its task has succeeded', () => {
  it('waits for a task that stays in the queue', async () => {
    server.fake.taskDelay = 80
    const write = engine.upsert([aDocument('one')])
    expect(await total()).toBe(0)
    await write
    expect(await total()).toBe(1)
  })

  it('refuses when the task fails after it was taken on', async () => {
    server.fake.failNextTask('no_space_left_on_device')
    await expect(engine.upsert([aDocument('one')])).rejects.toThrow('no_space_left_on_device')
    expect(await total()).toBe(0)
    await engine.upsert([aDocument('one')])
    expect(await total()).toBe(1)
  })

  it('refuses when the answer is lost, and may be told again', async () => {
    server.fake.loseNextAnswer()
    await expect(engine.upsert([aDocument('one')])).rejects.toThrow('Request to')
    await engine.upsert([aDocument('one')])
    expect(await total()).toBe(1)
  })

  it('calls the end unknown when it takes too long', async () => {
    const impatient = await start(50)
    server.fake.taskDelay = 300
    await expect(impatient.upsert([aDocument('one')])).rejects.toMatchObject({ name: 'TaskUnknown' })
    await impatient.close()
  })

  it('refuses a document that the index cannot hold, and goes on with the next', async () => {
    await expect(engine.upsert([aDocument('not an id')])).rejects.toThrow('identifier')
    await engine.upsert([aDocument('one')])
    expect(await total()).toBe(1)
  })
})

it('writes settings once, and not again at the next start', async () => {
  const before = server.fake.settingsWrites
  expect(before).toBe(1)
  const again = await start()
  expect(server.fake.settingsWrites).toBe(before)
  await again.close()
})

it('keeps what it holds, and knows that it is complete, over a restart', async () => {
  expect(await engine.health()).toMatchObject({ isReady: false })
  await engine.rebuild(inBatches([aDocument('one')]))
  const again = await start()
  expect(await again.health()).toEqual({ engine: 'meilisearch', isReady: true, documents: 1 })
  await again.close()
})

it('does not trust what is noted of an index that is gone', async () => {
  await engine.rebuild(inBatches([aDocument('one')]))
  await fetch(`${server.url}/indexes/${prefix}_documents`, { method: 'DELETE' })
  const before = server.fake.settingsWrites
  const again = await start()
  expect(server.fake.settingsWrites).toBe(before + 1)
  expect(await again.health()).toMatchObject({ isReady: false, documents: 0 })
  await again.close()
})

it('is not ready while the server is away', async () => {
  await server.stop()
  expect(await engine.health()).toMatchObject({ isReady: false })
  server = await startFakeMeilisearch()
})

it('leaves the live index as it was when a rebuild fails, and clears up at the next', async () => {
  await engine.rebuild(inBatches([aDocument('kept')]))
  server.fake.failNextTask('the disk is full')
  await expect(engine.rebuild(inBatches([aDocument('lost')]))).rejects.toThrow('the disk is full')
  expect(await total()).toBe(1)
  await engine.rebuild(inBatches([aDocument('one'), aDocument('two')]))
  expect(await total()).toBe(2)
  expect(server.fake.indexUids.filter(uid => uid.includes('_build_'))).toEqual([])
})

it('finds a page for any offset that holds the whole stretch', () => {
  for (let offset = 0; offset < 60; offset++) {
    for (let limit = 1; limit < 25; limit++) {
      const { page, hitsPerPage, from } = pageAround(offset, limit)
      expect((page - 1) * hitsPerPage + from).toBe(offset)
      expect(from + limit).toBeLessThanOrEqual(hitsPerPage)
    }
  }
})
