import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { personOf, requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { bulkActionOf, checkedReason, type BulkActionName } from './bulk-actions.ts'
import { BulkRun } from './bulk-run.entity.ts'

const mostRows = 20_000
const mostIds = 1_000

/** Which rows: those named, or all that meet the conditions of the list, of which so many were seen. */
export interface BulkSelection {
  ids: string[] | null
  seen: number | null
  /** Starts from what the actor may see in that list. */
  narrow: (conditions: Conditions) => void
}

export interface BulkOrder {
  action: BulkActionName
  selection: BulkSelection
  to?: string | null
  reason?: string | null
}

/** 미리 보기 — writes down which rows are meant, as they are now; a worker then rehearses the step on each of them. */
export function planBulk(ctx: Context, { action, selection, to, reason }: BulkOrder): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  const personId = personOf(ctx)
  const { centerId } = ctx.actor
  if (centerId === null) throw new Refusal('FORBIDDEN', 'You belong to no centre.')
  const said = { toId: to ?? null, reason: checkedReason(action, reason ?? null) }
  return inScope(ctx, async ctx => {
    const id = newId()
    const at = { createdAt: ctx.now, updatedAt: ctx.now }
    ctx.em.create(BulkRun, { id, personId, centerId, action, state: 'checking', ...said, ...at })
    await ctx.em.flush()
    const rows = await writeRows(ctx, id, action, selection)
    record(ctx, 'bulk.planned', { type: 'bulk_run', id }, { action, rows }, said.reason)
    return id
  })
}

async function writeRows({ em }: Context, runId: string, action: BulkActionName, selection: BulkSelection) {
  const { ids, seen, narrow } = selection
  const conditions = new Conditions([runId])
  narrow(conditions)
  if (ids) conditions.add(`t.id = any(${conditions.value(atMost(ids))}::uuid[])`)
  const rows = await readInside<number>(
    em,
    `with made as (
       insert into bulk_row (run_id, number, target_id, seen_version)
       select $1::uuid, row_number() over (order by t.id), t.id, t.version
       from ${bulkActionOf(action).table} t ${conditions.where()} limit ${mostRows + 1} returning 1)
     select count(*)::text as json from made`,
    conditions.values,
  )
  if (rows > mostRows)
    throw new Refusal('BAD_USER_INPUT', `At most ${mostRows} rows at once; narrow the list.`, 'selection')
  if (rows === 0) throw new Refusal('NOT_FOUND', 'Nothing is left of what was chosen.', 'selection')
  if (ids === null && rows !== seen) throw moved(rows, seen)
  return rows
}

function atMost(ids: string[]): string[] {
  if (ids.length <= mostIds) return ids
  throw new Refusal(
    'BAD_USER_INPUT',
    `${ids.length} rows are named; at most ${mostIds} are, choose by filter instead.`,
    'selection.ids',
  )
}

/** Whoever said yes to 1,284 has not said yes to 1,290. */
const moved = (rows: number, seen: number | null) =>
  new Refusal(
    'CONFLICT',
    `The list has ${rows} rows now, not ${seen}; look again and choose again.`,
    'selection.seen',
    undefined,
    { rows },
  )
