import type { EntityManager } from '@mikro-orm/postgresql'
import type { PoolClient } from 'pg'
import type { LedgerCursor } from '../../modules/audit/read-ledger.ts'
import { poolOf } from '../../platform/read/read.ts'

/** Any number, the same in every process; the second half of the lock is the name of what is leased. */
const leaseLock = 7_010_214
const beatMs = 2_000
/** The server ends a holder's connection that has been silent for so long, and with it the lease. */
const silenceMs = 10_000
/** So long after its last heartbeat a holder may be sure; less than the silence, for clocks and ways differ. */
const trustMs = 8_000

/** The lease has passed to another process: whatever is under way must not be written down any more. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

/**
 * 임차 — the right of one process at a time to write a shared index. It is a lock of one database
 * connection: it ends with the process or its connection, at once when the process dies, after ten
 * seconds when it hangs. The cursor is written through that same connection, so a process that
 * wakes up after it lost the lease has no hand left to write with.
 */
export class Lease {
  readonly name: string
  /** Whether somebody (`pnpm reindex`) has asked the holder to build the index anew. */
  isRebuildAsked = false
  readonly #client: PoolClient
  #cursor: LedgerCursor
  #surely = performance.now()
  #lost: Error | null = null
  readonly #heart: NodeJS.Timeout

  constructor(client: PoolClient, name: string, cursor: LedgerCursor) {
    this.#client = client
    this.name = name
    this.#cursor = cursor
    client.on('error', error => (this.#lost ??= error))
    this.#heart = setInterval(() => void this.#beat(), beatMs)
    this.#heart.unref()
  }

  get cursor(): LedgerCursor {
    return this.#cursor
  }

  /** Throws when another process may hold the lease by now; to be asked right before every write. */
  assertHeld(): void {
    if (this.#lost) throw new LeaseLost(`The lease "${this.name}" is lost`, { cause: this.#lost })
    if (performance.now() - this.#surely > trustMs)
      throw new LeaseLost(`The lease "${this.name}" may have passed on while this process stood still`)
  }

  /** Moves the cursor, unless somebody else has moved it since. */
  async moveCursor(to: LedgerCursor): Promise<void> {
    this.assertHeld()
    const { rowCount } = await this.#client.query(
      `update consumer set last_tx = $2::xid8, last_id = $3 where name = $1 and last_tx = $4::xid8 and last_id = $5`,
      [this.name, to.tx, to.id, this.#cursor.tx, this.#cursor.id],
    )
    if (rowCount !== 1) throw new LeaseLost(`Somebody else has moved the cursor of "${this.name}"`)
    this.#cursor = to
  }

  async rebuildDone(): Promise<void> {
    await this.#client.query('update consumer set rebuild_asked_at = null where name = $1', [this.name])
    this.isRebuildAsked = false
  }

  /** Closing the connection gives the lock back, whatever state it is in. */
  release(): void {
    clearInterval(this.#heart)
    this.#lost ??= new Error('It was given back')
    this.#client.release(true)
  }

  async #beat(): Promise<void> {
    const sent = performance.now()
    try {
      const { rows } = await this.#client.query<{ asked: boolean }>(
        'select rebuild_asked_at is not null as asked from consumer where name = $1',
        [this.name],
      )
      this.isRebuildAsked = rows[0]?.asked ?? false
      this.#surely = sent
    } catch (error) {
      this.#lost ??= error instanceof Error ? error : new Error(String(error))
    }
  }
}

/** Null while another process holds it. */
export async function takeLease(em: EntityManager, name: string): Promise<Lease | null> {
  const pool = await poolOf(em)
  const client = await pool.connect()
  try {
    const lock = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as taken',
      [leaseLock, name],
    )
    if (!lock.rows[0]?.taken) {
      client.release()
      return null
    }
    await client.query(`set idle_session_timeout = ${silenceMs}`)
    await client.query('insert into consumer (name) values ($1) on conflict do nothing', [name])
    const { rows } = await client.query<LedgerCursor>(
      'select last_tx::text as tx, last_id::text as id from consumer where name = $1',
      [name],
    )
    const [cursor] = rows
    if (!cursor) throw new Error(`There is no consumer "${name}"`)
    return new Lease(client, name, cursor)
  } catch (error) {
    client.release(true)
    throw error
  }
}
