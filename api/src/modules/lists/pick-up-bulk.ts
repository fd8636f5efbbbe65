import type { EntityManager } from '@mikro-orm/postgresql'
import type { PoolClient } from 'pg'
import { poolOf } from '../../platform/read/read.ts'
import type { Context } from '../../platform/context.ts'
import { BulkRun } from './bulk-run.entity.ts'
import { stopRun, workAtBulk } from './work-bulk.ts'

/** The first of two numbers; the second is made of the run. Held for as long as somebody works on it. */
const workLock = 7_010_223
const mostAttempts = 3

/** In whose name the work is done: the person's who asked for it. */
type ContextFor = (em: EntityManager, run: BulkRun) => Promise<Context>

/**
 * The next run that waits for a worker, in any process and one at a time for each run. Whoever is cut off leaves
 * every row either done and noted, or neither; the next one goes on from there. False when there is nothing to do.
 */
export async function pickUpBulk(em: EntityManager, contextFor: ContextFor): Promise<boolean> {
  const pool = await poolOf(em)
  const guard = await pool.connect()
  let id: string | null = null
  try {
    id = await lockNext(guard)
    if (id !== null) await workOn(em.fork(), id, contextFor)
    return id !== null
  } finally {
    // Closing the connection gives the lock back, whatever happened.
    guard.release(id !== null)
  }
}

async function lockNext(guard: PoolClient): Promise<string | null> {
  const { rows } = await guard.query<{ id: string }>(
    `select id from bulk_run where state in ('checking', 'running') order by created_at, id limit 50`,
  )
  for (const { id } of rows) {
    const { rows: taken } = await guard.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as taken',
      [workLock, id],
    )
    if (taken[0]?.taken) return id
  }
  return null
}

async function workOn(em: EntityManager, id: string, contextFor: ContextFor): Promise<void> {
  const run = await em.findOneOrFail(BulkRun, { id })
  if (run.state !== 'checking' && run.state !== 'running') return
  const ctx = await contextFor(em, run)
  if (run.attempts >= mostAttempts) return stopRun(ctx, run)
  await em.nativeUpdate(BulkRun, { id }, { attempts: run.attempts + 1 })
  await workAtBulk(ctx, id)
}
