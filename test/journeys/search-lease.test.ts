import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildWhatChanged } from '@panro/api/launch/build.ts'
import { connect } from '@panro/api/src/app/database.ts'
import { takeLease } from '@panro/api/src/app/search/lease.ts'
import type { MikroORM } from '@mikro-orm/postgresql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFakeMeilisearch } from '../../search/test/fake-meilisearch/server.ts'
import { eventually, read, signIn } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { find, searchHealth } from '../kit/find.ts'
import { startApi, startIndexWorker } from '../kit/processes.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let database: TestDatabase
let orm: MikroORM
let sql: Sql
beforeAll(async () => {
  database = await freshDatabase()
  orm = await connect(database.url)
  sql = await openSql(database.url)
})
afterAll(async () => {
  await orm.close()
  await sql.end()
  await database.drop()
})

const take = (name: string) => takeLease(orm.em.fork(), name)

async function taken(name: string) {
  const lease = await take(name)
  if (!lease) throw new Error('Somebody else holds the lease')
  return lease
}

/** As the server does to a holder that it has not heard of for ten seconds. */
async function cutOff(name: string) {
  await sql.run(
    `select pg_terminate_backend(pid) from pg_locks
     where locktype = 'advisory' and classid = 7010214 and objid::bigint = (hashtext($1)::bigint & 4294967295)
       and database = (select oid from pg_database where datname = current_database())`,
    [name],
  )
}

const cursorOf = async (name: string) =>
  (
    await sql.run<{ cursor: string }>(
      `select last_tx::text || '/' || last_id as cursor from consumer where name = $1`,
      [name],
    )
  )[0]?.cursor

test('one holds it; given back, the next one goes on from its place', async () => {
  const first = await taken('one')
  expect(await take('one')).toBeNull()
  await first.moveCursor({ tx: '700', id: '7' })
  first.release()
  await eventually(async () => {
    const next = await taken('one')
    next.release()
    expect(next.cursor).toEqual({ tx: '700', id: '7' })
  })
})

test('two indexes have two holders', async () => {
  const [first, second] = [await taken('left'), await taken('right')]
  first.release()
  second.release()
})

test('who was cut off and wakes up writes nothing, not even where the next one has not moved', async () => {
  const sleeper = await taken('sleepy')
  await sleeper.moveCursor({ tx: '10', id: '1' })
  await cutOff('sleepy')
  const next = await taken('sleepy')
  await expect(sleeper.moveCursor({ tx: '11', id: '1' })).rejects.toThrow()
  expect(() => sleeper.assertHeld()).toThrow('sleepy')
  expect(await cursorOf('sleepy')).toBe('10/1')
  await next.moveCursor({ tx: '12', id: '1' })
  await expect(sleeper.moveCursor({ tx: '11', id: '1' })).rejects.toThrow('lost')
  expect(await cursorOf('sleepy')).toBe('12/1')
  sleeper.release()
  next.release()
})

test('a cursor that somebody else has moved is not moved back', async () => {
  const holder = await taken('meddled')
  await sql.run(`update consumer set last_tx = '99', last_id = 9 where name = 'meddled'`)
  await expect(holder.moveCursor({ tx: '50', id: '5' })).rejects.toThrow('Somebody else')
  expect(await cursorOf('meddled')).toBe('99/9')
  holder.release()
})

test('a worker that hangs is replaced, and does no harm when it wakes up', { timeout: 90_000 }, async () => {
  await buildWhatChanged(() => {})
  const demo = await freshDatabase('demo')
  const meilisearch = await startFakeMeilisearch()
  const where = { databaseUrl: demo.url, meiliUrl: meilisearch.url }
  const hanging = spawn(process.execPath, ['api/dist/worker.js'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: 'ignore',
    env: { ...process.env, DATABASE_URL: demo.url, MEILI_URL: meilisearch.url, LOG_LEVEL: 'silent' },
  })
  const api = await startApi(where)
  const caughtUp = async () =>
    expect(await searchHealth(api)).toMatchObject({ engine: 'meilisearch', lag: 0 })
  await eventually(caughtUp, 30_000)
  const waiting = await startIndexWorker(where)

  hanging.kill('SIGSTOP')
  const staff = await signIn(api, 'STAFF')
  const rename = async (name: string) => {
    const { enterprises } = await read<{ enterprises: { edges: { node: { id: string } }[] } }>(
      api,
      '{ enterprises(first: 1) { edges { node { id } } } }',
    )
    const id = enterprises.edges[0]?.node.id
    const mutation = 'mutation ($id: ID!, $name: String!) { renameEnterprise(id: $id, name: $name) { id } }'
    await read(api, mutation, { token: staff, variables: { id, name } })
  }
  await rename('쿼짝픠뜰 하나')
  await eventually(caughtUp, 20_000)
  hanging.kill('SIGCONT')
  await rename('쿼짝픠뜰 둘')
  await eventually(caughtUp)
  expect((await find(api, 'enterprises', '쿼짝픠뜰 둘')).totalCount).toBe(1)
  expect(hanging.exitCode).toBeNull()

  hanging.kill('SIGKILL')
  await waiting.stop()
  await api.stop()
  await meilisearch.stop()
  await demo.drop()
})
