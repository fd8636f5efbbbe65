import type { MikroORM } from '@mikro-orm/postgresql'
import { connect } from '@panro/api/src/app/database.ts'
import { ledgerEnd, ledgerLag, ledgerStart, readLedger } from '@panro/api/src/modules/audit/read-ledger.ts'
import { poolOf } from '@panro/api/src/platform/read/read.ts'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'

let database: TestDatabase
let orm: MikroORM
let pool: Pool
beforeAll(async () => {
  database = await freshDatabase()
  orm = await connect(database.url)
  pool = await poolOf(orm.em.fork())
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})

const insert = (name: string, count = 1) =>
  `insert into ledger (at, actor_role, name, subject_type, subject_id)
   select now(), 'system', '${name}', 'test', gen_random_uuid() from generate_series(1, ${count})`

test('a reader gets every row once, in order, however it slices them', async () => {
  for (let i = 0; i < 15; i++) await pool.query(insert(`several.${i}`))
  await pool.query(insert('many.at-once', 1_200))
  const em = orm.em.fork()
  await eventually(async () => expect((await readLedger(em, ledgerStart, 5_000)).length).toBe(1_215), 20_000)

  for (const size of [1_215, 100, 7]) {
    const ids: number[] = []
    for (let cursor = ledgerStart; ;) {
      const rows = await readLedger(em, cursor, size)
      ids.push(...rows.map(({ id }) => Number(id)))
      const last = rows.at(-1)
      if (!last) break
      cursor = last
    }
    expect(ids).toEqual(Array.from({ length: 1_215 }, (_, index) => index + 1))
  }
  const end = await ledgerEnd(em)
  expect(end.id).toBe('1215')
  expect(await ledgerLag(em, end)).toEqual({ rows: 0, seconds: 0 })
  expect(await ledgerLag(em, ledgerStart)).toEqual({ rows: 1_215, seconds: expect.any(Number) })
})

test('a row that commits late is not stepped over', async () => {
  const em = orm.em.fork()
  await eventually(async () => expect((await ledgerLag(em, await ledgerEnd(em))).rows).toBe(0), 20_000)
  const from = await ledgerEnd(em)
  const slow = await pool.connect()
  await slow.query('begin')
  await slow.query(insert('slow.first'))
  await pool.query(insert('fast.second'))
  // The fast one has committed, with the higher id; it waits for the slow one.
  expect((await readLedger(em, from, 10)).map(({ name }) => name)).toEqual([])
  await slow.query('commit')
  slow.release()
  await eventually(async () =>
    expect((await readLedger(em, from, 10)).map(({ name }) => name).sort()).toEqual([
      'fast.second',
      'slow.first',
    ]),
  )
})
