import type { Context } from '../../platform/context.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { lockRun, subject } from './start-run.ts'

/** 멈추고 이대로 쓰기 — what was found so far becomes the draft. */
export function stopTimetable(ctx: Context, id: string): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const run = await lockRun(ctx, id, 'stop')
    run.progress = { ...run.progress, isStopping: true }
    record(ctx, 'timetable.stopped', subject(id))
  })
}

/** 버리기 — a draft that nobody wants; a search under way ends. */
export function discardTimetable(ctx: Context, id: string): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const run = await lockRun(ctx, id, 'discard')
    record(ctx, 'timetable.discarded', subject(id), { from: run.state, to: 'discarded' })
    Object.assign(run, { state: 'discarded', endedAt: run.endedAt ?? ctx.now })
  })
}
