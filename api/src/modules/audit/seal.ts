import { createHash } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { poolOf } from '../../platform/read/read.ts'

/**
 * 봉인 — the hash chain over the ledger: each seal covers its row and the seal before it, so that a row
 * changed behind the application's back breaks every seal from there on. Written by one sealer in ledger
 * order and not inside the changes, which would make all writers queue behind one lock.
 */
interface SealableRow {
  id: string
  content: string
}

const firstHash = '0'.repeat(64)
const batchSize = 1_000
/** Any number, the same in every process: one sealer at a time. */
const sealerLock = 7_010_212

/** Everything that is said in the row, in one fixed spelling; the database writes it, so sealing and checking agree. */
const content = `json_build_array(l.id, l.tx::text, l.at at time zone 'UTC', l.actor_id, l.actor_role, l.name, l.subject_type,
  l.subject_id, l.detail, l.reason)::text`

/** Seals what is not sealed yet; returns how many rows. Does nothing while another process seals. */
export async function sealLedger(em: EntityManager): Promise<number> {
  const pool = await poolOf(em)
  const client = await pool.connect()
  try {
    await client.query('begin')
    const lock = await client.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [
      sealerLock,
    ])
    const sealed = lock.rows[0]?.taken ? await sealBatch(client) : 0
    await client.query('commit')
    return sealed
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

interface Queryable {
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
}

async function sealBatch(client: Queryable): Promise<number> {
  const head = await client.query<{ position: string; hash: string; tx: string; id: string }>(
    `select s.position, s.hash, l.tx::text, l.id from ledger_seal s join ledger l on l.id = s.ledger_id order by s.position desc limit 1`,
  )
  const last = head.rows[0] ?? { position: '0', hash: firstHash, tx: '0', id: '0' }
  const { rows } = await client.query<SealableRow>(
    `select l.id, ${content} as content from ledger l
     where (l.tx, l.id) > ($1::xid8, $2::bigint) and l.tx < pg_snapshot_xmin(pg_current_snapshot()) order by l.tx, l.id limit $3`,
    [last.tx, last.id, batchSize],
  )
  let hash = last.hash
  const seals = rows.map(({ id, content }, index) => {
    hash = seal(hash, content)
    return { position: Number(last.position) + index + 1, id, hash }
  })
  await client.query(
    `insert into ledger_seal (position, ledger_id, hash)
     select * from unnest($1::bigint[], $2::bigint[], $3::text[])`,
    [seals.map(({ position }) => position), seals.map(({ id }) => id), seals.map(seal => seal.hash)],
  )
  return rows.length
}

export type LedgerVerdict =
  | { isIntact: true; sealed: number }
  | { isIntact: false; position: number; ledgerId: string | null; isUnsealed?: true }

/** Recomputes the chain and names the first row that does not fit. */
export const verifyLedger = async (em: EntityManager): Promise<LedgerVerdict> => verifyChain(await poolOf(em))

export async function verifyChain(database: Queryable): Promise<LedgerVerdict> {
  let position = 0
  let hash = firstHash
  for (;;) {
    const { rows } = await database.query<SealableRow & { position: string; hash: string }>(
      `select s.position, s.hash, l.id, ${content} as content from ledger_seal s left join ledger l on l.id = s.ledger_id
       where s.position > $1 order by s.position limit $2`,
      [position, batchSize],
    )
    for (const row of rows) {
      position++
      hash = seal(hash, row.content)
      if (Number(row.position) !== position || hash !== row.hash)
        return { isIntact: false, position, ledgerId: row.id }
    }
    if (rows.length < batchSize) return (await slippedIn(database)) ?? { isIntact: true, sealed: position }
  }
}

/** A row that was put in later among sealed ones: the sealer goes on from the head and never comes by. */
async function slippedIn(database: Queryable): Promise<LedgerVerdict | null> {
  const { rows } = await database.query<{ id: string; position: string }>(
    `select l.id, (
       select count(*) + 1 from ledger_seal s join ledger e on e.id = s.ledger_id where (e.tx, e.id) < (l.tx, l.id)
     ) as position
     from ledger l
     where not exists (select 1 from ledger_seal s where s.ledger_id = l.id)
       and (l.tx, l.id) < (select e.tx, e.id from ledger_seal s join ledger e on e.id = s.ledger_id
                           order by s.position desc limit 1)
     order by l.tx, l.id limit 1`,
  )
  const [row] = rows
  return row ? { isIntact: false, position: Number(row.position), ledgerId: row.id, isUnsealed: true } : null
}

const seal = (previous: string, content: string) =>
  createHash('sha256').update(previous).update(content).digest('hex')
