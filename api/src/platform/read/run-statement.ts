import type { Pool, PoolClient, QueryConfig } from 'pg'
import type { Actor } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { hasScope, inScopeOf } from '../scope.ts'

interface Options {
  signal?: AbortSignal | undefined
  /** For whom; the database then shows what belongs to that actor as well. */
  actor?: Actor | undefined
}

/** Runs a statement; when the caller goes away meanwhile, the server is told to stop working on it. */
export async function runStatement<Row extends object>(
  pool: Pool,
  statement: QueryConfig,
  { signal, actor }: Options,
): Promise<Row[]> {
  const scope = actor && hasScope(actor) ? actor : null
  if (!signal && !scope) return (await pool.query<Row>(statement)).rows
  const client = await pool.connect()
  const stop = () => cancel(pool, client)
  signal?.addEventListener('abort', stop)
  const read = async () => (await client.query<Row>(statement)).rows
  try {
    signal?.throwIfAborted()
    return await (scope ? inScopeOf(client, scope, read) : read())
  } catch (error) {
    // Nobody is left to read it, and nothing is wrong.
    if (signal?.aborted) throw new Refusal('SERVICE_UNAVAILABLE', 'The caller has gone away.')
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    // A connection that is being told to stop may hear it late, in the middle of the next caller's statement.
    client.release(signal?.aborted)
  }
}

/**
 * Only another connection can stop a statement, and only in the name of whoever signed in to the database, which
 * the request role is not. What became of it nobody waits for: the caller has gone.
 */
function cancel(pool: Pool, client: PoolClient) {
  if (!('processID' in client)) return
  const stop = `begin; set local role none; select pg_cancel_backend(${Number(client.processID)}); commit`
  pool.query(stop).catch(() => {})
}
