import type { Running } from '@panro/api/src/app/serve.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFakeMeilisearch, type FakeServer } from '../../search/test/fake-meilisearch/server.ts'
import { eventually, read, signIn } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { find, searchHealth } from '../kit/find.ts'
import { startApi, startIndexWorker } from '../kit/processes.ts'
import { openSql } from '../kit/sql.ts'

let database: TestDatabase
let meilisearch: FakeServer
let app: Running
let staff: string
beforeAll(async () => {
  database = await freshDatabase('demo')
  meilisearch = await startFakeMeilisearch()
  const where = { databaseUrl: database.url, meiliUrl: meilisearch.url }
  const worker = await startIndexWorker(where)
  app = await startApi(where)
  // Before the worker stops: a sign-in is a row of the ledger as well.
  staff = await signIn(app, 'STAFF')
  await eventually(async () =>
    expect(await searchHealth(app)).toMatchObject({ engine: 'meilisearch', lag: 0 }),
  )
  // From here on nobody keeps the index on Meilisearch.
  await worker.stop()
})
afterAll(async () => {
  await app.stop()
  await meilisearch.stop()
  await database.drop()
})

const takeStep = (id: string, step: string) =>
  read(
    app,
    'mutation ($id: ID!, $step: EnterpriseStep!) { takeEnterpriseStep(id: $id, step: $step, reason: "점검") { id } }',
    { token: staff, variables: { id, step } },
  )

async function anEnterprise() {
  const { products } = await read<{
    products: { edges: { node: { enterprise: { id: string; name: string } } }[] }
  }>(app, '{ products(first: 1, query: "현수막") { edges { node { enterprise { id name } } } } }')
  const [edge] = products.edges
  if (!edge) throw new Error('Nobody sells 현수막')
  return edge.node.enterprise
}

test('an enterprise withdrawn while the worker is stopped is not shown, nor is what it sells', async () => {
  const { id, name } = await anEnterprise()
  expect((await find(app, 'enterprises', name)).ids).toContain(id)
  const itsProducts = (await find(app, 'products', name)).ids
  expect(itsProducts.length).toBeGreaterThan(0)

  await takeStep(id, 'WITHDRAW')
  expect(await searchHealth(app)).toMatchObject({ engine: 'meilisearch', lag: 1 })
  const after = await find(app, 'enterprises', name)
  expect(after.ids).not.toContain(id)
  // The index still has it: it was not the index that hid it.
  expect(after.totalCount).toBeGreaterThan(after.ids.length)
  const shown = new Set((await find(app, 'products', name)).ids)
  for (const product of itsProducts) expect(shown).not.toContain(product)

  const worker = await startIndexWorker({ databaseUrl: database.url, meiliUrl: meilisearch.url })
  await eventually(async () => expect(await searchHealth(app)).toMatchObject({ lag: 0 }))
  const caughtUp = await find(app, 'enterprises', name)
  expect(caughtUp.totalCount).toBe(caughtUp.ids.length)
  await worker.stop()
})

test("the same while the index of the process cannot follow, for somebody's long transaction", async () => {
  const alone = await startApi({ databaseUrl: database.url, meiliUrl: null })
  // Rows of the ledger are read only when nothing older can still appear before them.
  const dawdler = await openSql(database.url)
  await dawdler.run('begin')
  await dawdler.run('select pg_current_xact_id()')

  const { id, name } = await anEnterprise()
  await takeStep(id, 'WITHDRAW')
  const during = await find(alone, 'enterprises', name)
  expect(during.ids).not.toContain(id)
  expect(during.totalCount).toBeGreaterThan(during.ids.length)

  await dawdler.run('commit')
  await eventually(async () => expect((await searchHealth(alone)).lag).toBe(0))
  const after = await find(alone, 'enterprises', name)
  expect(after.totalCount).toBe(after.ids.length)
  await dawdler.end()
  await alone.stop()
})
