import type { Pool, PoolClient, QueryConfig } from 'pg'
import { Refusal } from '../refusal.ts'

/** Runs a statement; when the caller goes away meanwhile, the server is told to stop working on it. */
export async function runStatement<Row extends object>(
  pool: Pool,
  statement: QueryConfig,
  signal: AbortSignal | undefined,
): Promise<Row[]> {
  if (!signal) return (await pool.query<Row>(statement)).rows
  const client = await pool.connect()
  const stop = () => cancel(pool, client)
  signal.addEventListener('abort', stop)
  try {
    signal.throwIfAborted()
    return (await client.query<Row>(statement)).rows
  } catch (error) {
    // Nobody is left to read it, and nothing is wrong.
    if (signal.aborted) throw new Refusal('SERVICE_UNAVAILABLE', 'The caller has gone away.')
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    // A connection that is being told to stop may hear it late, in the middle of the next caller's statement.
    client.release(signal.aborted)
  }
}

/** Only another connection can stop a statement. What became of it nobody waits for: the caller has gone. */
function cancel(pool: Pool, client: PoolClient) {
  if (!('processID' in client)) return
  pool.query('select pg_cancel_backend($1)', [client.processID]).catch(() => {})
}
