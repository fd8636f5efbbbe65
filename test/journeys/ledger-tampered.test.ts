import { createHash, randomUUID } from 'node:crypto'
import { connect } from '@panro/api/src/app/database.ts'
import { sealLedger, verifyChain } from '@panro/api/src/modules/audit/seal.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'

/** Rows of the chain that is tampered with, and how often it is. */
const length = 120
const tamperings = 1_000

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  client = new pg.Client(database.url)
  await client.connect()
  // One transaction each, as changes come.
  for (let index = 0; index < length; index++)
    await client.query(
      `insert into ledger (at, actor_id, actor_role, name, subject_type, subject_id, detail, reason)
       values (now(), $1, 'staff', 'review.approved', 'review', $2, $3, $4)`,
      [randomUUID(), randomUUID(), { from: 'in_review', to: 'approved', index }, `이유 ${index}`],
    )
  const orm = await connect(database.url)
  while ((await sealLedger(orm.em.fork())) > 0);
  await orm.close()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

interface Seal {
  position: number
  ledgerId: string
  hash: string
}

/** The chain as it was; whoever keeps its head elsewhere notices what no chain can show of itself. */
async function chain(): Promise<Seal[]> {
  const { rows } = await client.query<Seal>(
    'select position::int, ledger_id as "ledgerId", hash from ledger_seal order by position',
  )
  return rows
}

/** The same figures in every run. */
function randomFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

type Tamper = (at: Seal, other: Seal, last: Seal) => Promise<number | 'head'>
const sql = (text: string, ...values: unknown[]) => client.query(text, values)

/** Each changes the tables as a superuser can, and says where the first bad row has to be found. */
const ways: Record<string, Tamper> = {
  ...Object.fromEntries(
    Object.entries({
      reason: `'다른 이유'`,
      detail: `'{"to": "rejected"}'`,
      name: `'review.rejected'`,
      actor_id: 'gen_random_uuid()',
      actor_role: `'lead'`,
      subject_id: 'gen_random_uuid()',
      subject_type: `'enterprise'`,
      at: `at + interval '1 microsecond'`,
    }).map(([column, value]): [string, Tamper] => [
      `change ${column}`,
      async at => {
        await sql(`update ledger set ${column} = ${value} where id = $1`, at.ledgerId)
        return at.position
      },
    ]),
  ),
  'delete a row': async at => {
    await sql('delete from ledger where id = $1', at.ledgerId)
    return at.position
  },
  'delete a row and its seal': async (at, _, last) => {
    await sql('delete from ledger_seal where position = $1', at.position)
    await sql('delete from ledger where id = $1', at.ledgerId)
    return at.position === last.position ? 'head' : at.position
  },
  'delete a row and close the gap': async (at, _, last) => {
    await sql('delete from ledger_seal where position = $1', at.position)
    await sql('delete from ledger where id = $1', at.ledgerId)
    await sql('update ledger_seal set position = -position where position > $1', at.position)
    await sql('update ledger_seal set position = -position - 1 where position < 0')
    return at.position === last.position ? 'head' : at.position
  },
  'insert a row without a seal': async at => {
    await insertBefore(at)
    return at.position
  },
  'insert a row with a seal of its own': async at => {
    const id = await insertBefore(at)
    await sql('update ledger_seal set position = -position where position >= $1', at.position)
    await sql('update ledger_seal set position = -position + 1 where position < 0')
    await sql('insert into ledger_seal values ($1, $2, $3)', at.position, id, hashOf(id))
    return at.position
  },
  'swap what two rows say': async (at, other) => {
    await sql(
      `update ledger l set detail = o.detail, reason = o.reason from ledger o
       where (l.id, o.id) in (($1::bigint, $2::bigint), ($2, $1))`,
      at.ledgerId,
      other.ledgerId,
    )
    return Math.min(at.position, other.position)
  },
  'swap two rows in the chain': async (at, other) => {
    await sql('update ledger_seal set ledger_id = -ledger_id where position = $1', at.position)
    await sql('update ledger_seal set ledger_id = $2 where position = $1', other.position, at.ledgerId)
    await sql('update ledger_seal set ledger_id = $2 where position = $1', at.position, other.ledgerId)
    return Math.min(at.position, other.position)
  },
  'swap two hashes': async (at, other) => {
    await sql('update ledger_seal set hash = $2 where position = $1', at.position, other.hash)
    await sql('update ledger_seal set hash = $2 where position = $1', other.position, at.hash)
    return Math.min(at.position, other.position)
  },
  'change a hash': async at => {
    await sql('update ledger_seal set hash = $2 where position = $1', at.position, hashOf(at.hash))
    return at.position
  },
  'cut off the end': async at => {
    await sql('delete from ledger_seal where position >= $1', at.position)
    await sql('delete from ledger where id >= $1', at.ledgerId)
    return 'head'
  },
  'begin anew': async at => {
    await sql(`update ledger set reason = '다른 이유' where id = $1`, at.ledgerId)
    await sql('delete from ledger_seal')
    return 'head'
  },
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** A forged row, as of the transaction before. */
async function insertBefore(at: Seal): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into ledger (id, tx, at, actor_id, actor_role, name, subject_type, subject_id, reason)
     overriding system value
     select -id, tx, at, actor_id, actor_role, name, subject_type, subject_id, '없던 일' from ledger where id = $1
     returning id`,
    [at.ledgerId],
  )
  return rows[0]?.id ?? ''
}

test(
  `${tamperings} tamperings of the ledger: each is found, at its first bad row`,
  { timeout: 60_000 },
  async () => {
    const whole = await chain()
    const last = whole.at(-1)
    if (!last) throw new Error('Nothing was sealed')
    expect(await verifyChain(client)).toEqual({ isIntact: true, sealed: length })
    const random = randomFrom(20_261_121)
    const names = Object.keys(ways)
    const wrong: string[] = []
    await client.query('begin; set local session_replication_role = replica')
    for (let index = 0; index < tamperings; index++) {
      const name = names[index % names.length] ?? ''
      const at = whole[random(length)] ?? last
      const other = whole[(at.position + random(length - 1)) % length] ?? last
      await client.query('savepoint before')
      const expected = await ways[name]?.(at, other, last)
      const found = await firstBad(last)
      await client.query('rollback to before')
      if (found !== expected) wrong.push(`${name} at ${at.position}: ${found}, not ${expected}`)
    }
    await client.query('rollback')
    expect(wrong).toEqual([])
    expect(await verifyChain(client)).toEqual({ isIntact: true, sealed: length })
  },
)

/** Where the verifier finds the first bad row; `head` when only the kept head tells. */
async function firstBad(last: Seal): Promise<number | 'head' | null> {
  const verdict = await verifyChain(client)
  if (!verdict.isIntact) return verdict.position
  const { rows } = await client.query('select 1 from ledger_seal where hash = $1', [last.hash])
  return rows.length === 0 ? 'head' : null
}
