import type { EntityManager } from '@mikro-orm/postgresql'
import type { PoolClient } from 'pg'
import { Refusal } from '../../../platform/refusal.ts'
import { poolOf } from '../../../platform/read/read.ts'
import type { Context, RequestContext } from '../../../platform/context.ts'
import { record } from '../../audit/record.ts'
import { ImportRun } from '../import-run.entity.ts'
import { applyPreviewed } from './apply-previewed.ts'
import { preview } from './preview.ts'

/** The first of two numbers; the second is made of the run. Held for as long as somebody works on it. */
const workLock = 7_010_218
const mostAttempts = 3

/**
 * Does the next piece of work that staff have asked for, in any process and one at a time for each run. Whoever is
 * cut off in the middle leaves nothing behind but the state: the lock goes with the connection, and the run is picked
 * up again. False when there is nothing to do.
 */
export async function pickUpImport(em: EntityManager, contextFor: ContextFor): Promise<boolean> {
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

/** In whose name the work is done: the person's who asked for it. */
export type ContextFor = (em: EntityManager, run: ImportRun) => Promise<RequestContext>

async function lockNext(guard: PoolClient): Promise<string | null> {
  const { rows } = await guard.query<{ id: string }>(
    `select id from import_run where state in ('checking', 'applying') order by created_at, id limit 50`,
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
  const run = await em.findOneOrFail(ImportRun, { id })
  if (run.state !== 'checking' && run.state !== 'applying') return
  const ctx = await contextFor(em, run)
  if (run.attempts >= mostAttempts) return interrupt(ctx, run)
  await em.nativeUpdate(ImportRun, { id }, { attempts: run.attempts + 1 })
  try {
    await (run.state === 'checking' ? preview(ctx, run) : applyPreviewed(ctx, run))
  } catch (error) {
    // Somebody was faster: planned anew on what stands now.
    if (!(error instanceof Refusal) || error.code === 'CONFLICT') throw error
    await fail(ctx, run, error.message)
  }
}

async function interrupt(ctx: Context, run: ImportRun): Promise<void> {
  const problem = `${mostAttempts}번 시도했지만 끝내지 못했습니다. 바뀐 것은 없습니다. 미리 보기부터 다시 해 주세요.`
  await leave(ctx, run, 'interrupted', problem)
}

const fail = (ctx: Context, run: ImportRun, problem: string) => leave(ctx, run, 'failed', problem)

/** Only from where it was: somebody may have cancelled it meanwhile. */
async function leave(
  { em, ...ctx }: Context,
  run: ImportRun,
  state: 'failed' | 'interrupted',
  problem: string,
) {
  await em.transactional(async em => {
    const moved = await em.nativeUpdate(ImportRun, { id: run.id, state: run.state }, { state, problem })
    if (moved > 0)
      record({ ...ctx, em }, `import.${state}`, { type: 'import', id: run.id }, { from: run.state })
  })
}
