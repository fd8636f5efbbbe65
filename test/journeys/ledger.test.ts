import { connect } from '@panro/api/src/app/database.ts'
import { sealLedger, verifyLedger } from '@panro/api/src/modules/audit/seal.ts'
import { poolOf } from '@panro/api/src/platform/read/read.ts'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import { run as verifyCommand } from '@panro/api/src/commands/verify-ledger.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read, signIn } from '../kit/ask.ts'

let app: TestApp
let orm: MikroORM
let pool: Pool
beforeAll(async () => {
  app = await startApp()
  orm = await connect(app.databaseUrl)
  pool = await poolOf(orm.em.fork())
})
afterAll(async () => {
  await orm.close()
  await app.stop()
})

const count = async (table: string) =>
  Number((await pool.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n)

test('a change leaves one row, with who, what and why', async () => {
  const staff = await signIn(app, 'STAFF')
  const { products } = await read<{ products: { edges: { node: { id: string; price: number } }[] } }>(
    app,
    '{ products(first: 1, sort: PRICE_ASC) { edges { node { id price } } } }',
  )
  const [edge] = products.edges
  const before = await count('ledger')
  await read(
    app,
    'mutation ($id: ID!) { takeProductStep(id: $id, step: WITHDRAW, reason: "단종") { state } }',
    {
      token: staff,
      variables: { id: edge?.node.id },
    },
  )
  expect(await count('ledger')).toBe(before + 1)
  const { rows } = await pool.query('select * from ledger order by id desc limit 1')
  expect(rows[0]).toMatchObject({
    actor_role: 'staff',
    name: 'product.withdrawn',
    subject_type: 'product',
    reason: '단종',
    detail: { from: 'on_sale', to: 'withdrawn' },
  })
})

test('a refused change leaves none', async () => {
  const staff = await signIn(app, 'STAFF')
  const before = await count('ledger')
  await expect(
    read(
      app,
      'mutation { renameEnterprise(id: "enterprise_0198a0000000700080000000000000aa", name: "x") { id } }',
      { token: staff },
    ),
  ).rejects.toThrow()
  expect(await count('ledger')).toBe(before)
})

test('the ledger can be added to, and nothing else', async () => {
  for (const change of [
    'update ledger set name = name',
    'delete from ledger',
    'truncate ledger cascade',
    'delete from ledger_seal',
  ])
    await expect(pool.query(change)).rejects.toThrow(/append-only/)
})

/** `pnpm audit:verify` on this database: its exit code and what it printed. */
async function auditVerify(...args: string[]) {
  let printed = ''
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    printed += String(text)
    return true
  })
  try {
    const code = await verifyCommand(
      {
        port: 0,
        dataDir: '',
        databaseUrl: app.databaseUrl,
        meiliUrl: null,
        meiliMasterKey: null,
        logLevel: 'silent',
      },
      args,
    )
    return { code, printed }
  } finally {
    stdout.mockRestore()
  }
}

test('an end that was cut off is noticed by whoever has kept the head', async () => {
  await eventually(async () => expect(await count('ledger_seal')).toBe(await count('ledger')), 15_000)
  const sealed = await count('ledger_seal')
  const whole = await auditVerify()
  const [, rows, head = ''] =
    /^(\d+) rows are sealed and unchanged\. Head: ([0-9a-f]{64})\n$/.exec(whole.printed) ?? []
  expect(whole.code).toBe(0)
  expect(Number(rows)).toBe(sealed)
  expect((await auditVerify(head)).code).toBe(0)

  // With the rights of a superuser, and put back at the end: the other tests want the ledger whole.
  const client = await pool.connect()
  await client.query(`create table kept_seal as select * from ledger_seal where position = ${sealed}`)
  await client.query(
    `create table kept_row as select l.* from ledger l join kept_seal k on k.ledger_id = l.id`,
  )
  await client.query(`set session_replication_role = replica`)
  // At once, or the sealer would seal the row again in between.
  await client.query(
    `begin; delete from ledger_seal where position = ${sealed};
     delete from ledger where id in (select id from kept_row); commit`,
  )
  expect(await auditVerify()).toMatchObject({
    code: 0,
    printed: expect.stringContaining(`${sealed - 1} rows`),
  })
  expect(await auditVerify(head)).toEqual({
    code: 1,
    printed: `The ledger has lost its end or was made anew: no seal is ${head}.\n`,
  })
  await client.query(
    `begin; insert into ledger overriding system value select * from kept_row;
     insert into ledger_seal select * from kept_seal; commit`,
  )
  await client.query(`reset session_replication_role`)
  client.release()
  expect((await auditVerify(head)).code).toBe(0)
})

test('every row is sealed in order, and a row changed behind our back is named', async () => {
  await eventually(async () => expect(await count('ledger_seal')).toBe(await count('ledger')), 15_000)
  const intact = await verifyLedger(orm.em.fork())
  expect(intact).toEqual({ isIntact: true, sealed: await count('ledger') })

  // Somebody with the rights of a superuser switches the guard off.
  await pool.query('alter table ledger disable trigger ledger_is_append_only')
  const { rows } = await pool.query<{ id: string }>(
    `select l.id from ledger l join ledger_seal s on s.ledger_id = l.id where s.position = 17`,
  )
  await pool.query(`update ledger set reason = '고침' where id = $1`, [rows[0]?.id])
  expect(await verifyLedger(orm.em.fork())).toEqual({ isIntact: false, position: 17, ledgerId: rows[0]?.id })
  expect(await auditVerify()).toEqual({
    code: 1,
    printed: `The ledger has been changed: seal 17 does not fit its row (ledger id ${rows[0]?.id}).\n`,
  })
})

test('two sealers at once make one chain', async () => {
  await Promise.all(Array.from({ length: 6 }, () => sealLedger(orm.em.fork())))
  const { rows } = await pool.query<{ n: string; last: string }>(
    'select count(*) as n, max(position) as last from ledger_seal',
  )
  expect(rows[0]?.n).toBe(rows[0]?.last)
})
