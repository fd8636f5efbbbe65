import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read } from '../kit/ask.ts'

let app: TestApp
let holder: pg.Client
// A connection of its own: inside a transaction the view of who is busy stands still.
let watcher: pg.Client
beforeAll(async () => {
  app = await startApp()
  holder = new pg.Client(app.databaseUrl)
  watcher = new pg.Client(app.databaseUrl)
  await Promise.all([holder.connect(), watcher.connect()])
})
afterAll(async () => {
  await Promise.all([holder.end(), watcher.end()])
  await app.stop()
})

/** What the application is waiting for on the table that somebody else holds. */
const waiting = async () =>
  (
    await watcher.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%from product t%'`,
    )
  ).rowCount

test('when the caller goes away the database stops working for it', async () => {
  await holder.query('begin')
  await holder.query('lock table product in access exclusive mode')
  const caller = new AbortController()
  const asked = fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ products(first: 1) { edges { node { name } } } }' }),
    signal: caller.signal,
  })
  await eventually(async () => expect(await waiting()).toBe(1))
  caller.abort()
  await expect(asked).rejects.toThrow(/abort/i)
  await eventually(async () => expect(await waiting()).toBe(0), 1_000)

  // And the connection is good for the next caller.
  await holder.query('rollback')
  const { products } = await read<{ products: { edges: unknown[] } }>(
    app,
    '{ products(first: 1) { edges { node { name } } } }',
  )
  expect(products.edges).toHaveLength(1)
})
