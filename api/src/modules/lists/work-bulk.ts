import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { inScope } from '../../platform/scope.ts'
import { Person } from '../accounts/person.entity.ts'
import { record } from '../audit/record.ts'
import { bulkActionOf } from './bulk-actions.ts'
import { BulkRun } from './bulk-run.entity.ts'

const batchSize = 50

interface PlannedRow {
  number: number
  id: string
  seenVersion: number
}

/** What came of a row, for the table. */
interface Outcome {
  number: number
  outcome: 'would_change' | 'refused'
  code: string | null
  block: string | null
  message: string | null
}

/** Works at a run until it has ended or been stopped, in the name of whoever asked for it, for as long as they may. */
export async function workAtBulk(ctx: Context, id: string): Promise<void> {
  for (;;) {
    const run = await ctx.em.fork().findOneOrFail(BulkRun, { id })
    if (run.state !== 'checking' && run.state !== 'running') return
    const rows = await nextRows(ctx, run)
    if (rows.length === 0) return finish(ctx, run)
    for (const row of run.state === 'running' ? rows : []) {
      if (!(await isStillOfCentre(ctx, run))) break
      await doOne(ctx, run, row)
    }
    if (!(await isStillOfCentre(ctx, run))) return stopRun(ctx, run)
    if (run.state === 'checking') await keep(ctx, run, await rehearseAll(ctx, run, rows))
  }
}

/** Whoever is shut out, or has moved on, changes nothing more: not by what they set going before, either. */
const isStillOfCentre = async ({ em }: Context, { personId, centerId }: BulkRun): Promise<boolean> =>
  (await em
    .fork()
    .count(Person, { id: personId, centerId, disabledAt: null, role: { $in: ['staff', 'lead'] } })) > 0

/** What is done stays done and is noted row by row; whoever asked sees where it stopped. */
export async function stopRun({ em, ...ctx }: Context, { id, state: from }: BulkRun): Promise<void> {
  await em.fork().transactional(async em => {
    const to = 'stopped'
    const moved = await em.nativeUpdate(BulkRun, { id, state: from }, { state: to, updatedAt: ctx.now })
    if (moved > 0) record({ ...ctx, em }, 'bulk.stopped', { type: 'bulk_run', id }, { from, to })
  })
}

const nextRows = ({ em }: Context, { id, state }: BulkRun): Promise<PlannedRow[]> =>
  readInside(
    em.fork(),
    `select coalesce(json_agg(r), '[]')::text as json from (
       select number, target_id as id, seen_version as "seenVersion" from bulk_row
       where run_id = $1::uuid and ${state === 'checking' ? 'outcome is null' : `outcome = 'would_change'`}
       order by number limit ${batchSize}) r`,
    [id],
  )

const act = (ctx: Context, { action, toId, reason }: BulkRun, row: PlannedRow) =>
  bulkActionOf(action).act(ctx, { ...row, to: toId ?? null, reason: reason ?? null })

class Rehearsed extends Error {}

/** The step itself, guards and all, in a transaction that is taken back: nothing else could say so surely what it will do. */
async function rehearseAll(ctx: Context, run: BulkRun, rows: readonly PlannedRow[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const row of rows) {
    const found = await outcomeOf(row, () =>
      inScope({ ...ctx, em: ctx.em.fork() }, async ctx => {
        await act(ctx, run, row)
        await ctx.em.flush()
        throw new Rehearsed()
      }),
    )
    outcomes.push(found ?? { number: row.number, outcome: 'would_change', ...nothing })
  }
  return outcomes
}

/** The change and the note that it is made, both or neither: whoever is cut off here goes on where it stopped. */
async function doOne(ctx: Context, run: BulkRun, row: PlannedRow): Promise<void> {
  const refused = await outcomeOf(row, () =>
    inScope({ ...ctx, em: ctx.em.fork() }, async ctx => {
      await act(ctx, run, row)
      await ctx.em.flush()
      await noteChanged(ctx.em, run, row)
    }),
  )
  if (refused) await keep(ctx, run, [refused])
}

const nothing = { code: null, block: null, message: null }

/** Null: it was not refused. Anything but a refusal is a defect, and thrown on. */
async function outcomeOf({ number }: PlannedRow, work: () => Promise<unknown>): Promise<Outcome | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Rehearsed) return null
    if (!(error instanceof Refusal)) throw error
    const { code, message, figures } = error
    const block = typeof figures['block'] === 'string' ? figures['block'] : null
    return { number, outcome: 'refused', code, block, message }
  }
}

const noteChanged = (em: EntityManager, { id, action }: BulkRun, { number }: PlannedRow) =>
  readInside(
    em,
    `with noted as (
       update bulk_row b set outcome = 'changed',
         made_version = (select t.version from ${bulkActionOf(action).table} t where t.id = b.target_id)
       where b.run_id = $1::uuid and b.number = $2 returning 1)
     select count(*)::text as json from noted`,
    [id, number],
  )

const keep = ({ em }: Context, { id }: BulkRun, outcomes: readonly Outcome[]) =>
  readInside(
    em.fork(),
    `with kept as (
       update bulk_row b set outcome = o.outcome, code = o.code, block = o.block, message = o.message
       from json_to_recordset($2::json) o(number int, outcome text, code text, block text, message text)
       where b.run_id = $1::uuid and b.number = o.number returning 1)
     select count(*)::text as json from kept`,
    [id, JSON.stringify(outcomes)],
  )

async function finish({ em, ...ctx }: Context, { id, state: from }: BulkRun): Promise<void> {
  const to = from === 'checking' ? 'checked' : 'done'
  await em.fork().transactional(async em => {
    // Somebody may have stopped it just now.
    const moved = await em.nativeUpdate(BulkRun, { id, state: from }, { state: to, updatedAt: ctx.now })
    if (moved === 0 || to === 'checked') return
    const counts = await readInside<object>(
      em,
      `select json_build_object('changed', count(*) filter (where outcome = 'changed'),
         'refused', count(*) filter (where outcome = 'refused'))::text as json
       from bulk_row where run_id = $1::uuid`,
      [id],
    )
    record({ ...ctx, em }, 'bulk.finished', { type: 'bulk_run', id }, { from, to, ...counts })
  })
}
