import type { EntityManager } from '@mikro-orm/postgresql'
import type { PoolClient } from 'pg'
import type { Context } from '../../platform/context.ts'
import { poolOf } from '../../platform/read/read.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { cellsOf, writeCells } from './keep-draft.ts'
import { currentPins } from './read-pins.ts'
import { questionOf, readRoundPlan } from './round-plan.ts'
import { solveRound, type Solved } from './solve-round.ts'
import { subject } from './start-run.ts'
import { TimetableRun } from './timetable-run.entity.ts'
import { watchRun } from './watch-run.ts'

/** The first of two numbers; the second is made of the run. Held for as long as somebody works on it. */
const workLock = 7_010_228

/** In whose name the work is done: the person's who asked for it. */
type ContextFor = (em: EntityManager, run: TimetableRun) => Promise<Context>

/**
 * The next timetable that was asked for, in any process and one at a time for each run. A search that was cut off
 * (its process died) is not begun again by itself: it says so, and staff decide. False when there is nothing to do.
 */
export async function pickUpRun(em: EntityManager, contextFor: ContextFor): Promise<boolean> {
  const pool = await poolOf(em)
  const guard = await pool.connect()
  let id: string | null = null
  try {
    id = await lockNext(guard)
    if (id === null) return false
    const run = await em.fork().findOneOrFail(TimetableRun, { id })
    if (run.state !== 'solving') return true
    const ctx = await contextFor(em.fork(), run)
    if (run.progress?.seconds === undefined) await workAt(ctx, run)
    else await fail(ctx, id, '서버가 다시 시작되어 시간표 찾기가 중단되었습니다. 다시 짜 주세요.')
    return true
  } finally {
    // Closing the connection gives the lock back, whatever happened.
    guard.release(id !== null)
  }
}

async function lockNext(guard: PoolClient): Promise<string | null> {
  const { rows } = await guard.query<{ id: string }>(
    `select id from timetable_run where state = 'solving' order by created_at, id limit 20`,
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

async function workAt(ctx: Context, run: TimetableRun): Promise<void> {
  const { plan, pins } = await inScope({ ...ctx, em: ctx.em.fork() }, async ctx => ({
    plan: await readRoundPlan(ctx, run.roundId),
    pins: await currentPins(ctx, run.roundId),
  }))
  const watch = await watchRun(ctx, run.id)
  const begun = performance.now()
  try {
    const { signal, onProgress } = watch
    const solved = await solveRound(plan, questionOf(plan, pins), {
      seconds: run.budgetSeconds,
      signal,
      onProgress,
    })
    await watch.stop()
    const seconds = Math.round(performance.now() - begun) / 1000
    if (solved.slots === null) return await fail(ctx, run.id, solved.reason, { ...solved, seconds })
    const placed = cellsOf(plan, solved.slots, pins)
    if (placed === null) throw new Error('The timetable holds more meetings at once than there are places')
    await keep(ctx, run.id, { ...solved, seconds }, placed)
  } catch (error) {
    await watch.stop().catch(() => {})
    await fail(ctx, run.id, '시간표를 짜다가 문제가 생겼습니다. 저희 쪽 문제이니 다시 시도해 주세요.')
    throw error
  }
}

interface Found extends Solved {
  seconds: number
}

/** Unless somebody has discarded it meanwhile. */
async function keep(
  ctx: Context,
  id: string,
  { status, breaks, bound, idle, reason, seconds }: Found,
  { cells, placeChanges }: NonNullable<ReturnType<typeof cellsOf>>,
): Promise<void> {
  await inScope({ ...ctx, em: ctx.em.fork() }, async ctx => {
    const run = await ctx.em.findOne(TimetableRun, { id, state: 'solving' })
    if (run === null) return
    await writeCells(ctx, id, cells)
    record(ctx, 'timetable.solved', subject(id), { from: 'solving', to: 'draft', status, breaks, bound })
    const ended = { endedAt: new Date(ctx.now.getTime() + seconds * 1000), progress: { placeChanges } }
    Object.assign(run, { state: 'draft', status, breaks, bound, idle, reason, seconds, ...ended })
  })
}

async function fail(ctx: Context, id: string, reason: string, found?: Found): Promise<void> {
  await inScope({ ...ctx, em: ctx.em.fork() }, async ctx => {
    const run = await ctx.em.findOne(TimetableRun, { id, state: 'solving' })
    if (run === null) return
    record(ctx, 'timetable.failed', subject(id), { from: 'solving', to: 'failed' }, reason)
    const { status = 'unknown', seconds = null, fixes = [] } = found ?? {}
    Object.assign(run, { state: 'failed', status, reason, seconds, progress: { fixes }, endedAt: ctx.now })
  })
}
