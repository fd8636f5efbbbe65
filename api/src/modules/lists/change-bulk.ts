import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { personOf, requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { bulkActionOf, isBulkAction, type BulkActionName } from './bulk-actions.ts'
import { BulkRun } from './bulk-run.entity.ts'
import { bulkSteps, canBeUndone } from './bulk.states.ts'

/** 적용 — on the rows that were rehearsed, as they were then. */
export const startBulk = (ctx: Context, id: string) => step(ctx, id, 'start')

/** 그만두기 — what is done stays done. */
export const stopBulk = (ctx: Context, id: string) => step(ctx, id, 'stop')

function step(ctx: Context, id: string, name: keyof typeof bulkSteps): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const run = await lockRun(ctx, id)
    const { from, to } = bulkSteps[name]
    if (!from.some(state => state === run.state))
      throw new Refusal('WRONG_STATE', `A bulk run that is ${run.state} has no step "${name}".`, 'id')
    const event = name === 'start' ? 'bulk.started' : 'bulk.stopped'
    record(ctx, event, { type: 'bulk_run', id }, { from: run.state, to })
    Object.assign(run, { state: to, attempts: 0, updatedAt: ctx.now })
    return id
  })
}

/** 되돌리기 — takes the step back on every row that was changed, where there is such a step; another run. */
export function undoBulk(ctx: Context, undoesId: string): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const run = await lockRun(ctx, undoesId)
    const action = undoOf(run)
    if (await ctx.em.count(BulkRun, { undoesId }))
      throw new Refusal('WRONG_STATE', 'This has been taken back already.', 'id')
    const id = newId()
    const { centerId } = run
    const reason = `일괄 작업을 되돌림${run.reason ? `: ${run.reason}` : ''}`
    const made = { state: 'running' as const, createdAt: ctx.now, updatedAt: ctx.now }
    ctx.em.create(BulkRun, { id, personId: personOf(ctx), centerId, action, undoesId, reason, ...made })
    await ctx.em.flush()
    const rows = await copyChanged(ctx, id, undoesId)
    if (rows === 0) throw new Refusal('WRONG_STATE', 'It has changed nothing that could be taken back.', 'id')
    record(ctx, 'bulk.undone', { type: 'bulk_run', id: undoesId }, { by: id, rows })
    return id
  })
}

function undoOf(run: BulkRun): BulkActionName {
  const { undo } = bulkActionOf(run.action)
  if (undo === undefined || !isBulkAction(undo))
    throw new Refusal('WRONG_STATE', `There is no step that takes "${run.action}" back.`, 'id')
  if (!canBeUndone.includes(run.state))
    throw new Refusal('WRONG_STATE', `A bulk run that is ${run.state} cannot be taken back.`, 'id')
  return undo
}

const copyChanged = ({ em }: Context, id: string, undoesId: string) =>
  readInside<number>(
    em,
    `with made as (
       insert into bulk_row (run_id, number, target_id, seen_version, outcome)
       select $1::uuid, row_number() over (order by number), target_id, made_version, 'would_change'
       from bulk_row where run_id = $2::uuid and outcome = 'changed' returning 1)
     select count(*)::text as json from made`,
    [id, undoesId],
  )

/** A colleague's and one that never was look the same. */
const lockRun = ({ em, actor }: Context, id: string): Promise<BulkRun> =>
  em.findOneOrFail(
    BulkRun,
    { id, personId: actor.personId ?? '', centerId: actor.centerId ?? '' },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such bulk run.', 'id'),
    },
  )
