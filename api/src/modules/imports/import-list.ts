import { createHash } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { diffOf, type Diff } from './diff.ts'
import { lockImports } from './lock-imports.ts'
import type { LineCounts } from './lines.ts'
import type { Place, Problem } from './outcome.ts'
import type { Plan } from './plan/plan.ts'
import { readList, type ListFile, type Reading } from './read-list.ts'
import { countsOf, type ImportCounts } from './thing-counts.ts'
import { recordFindings } from './write/record-findings.ts'
import { storeLines } from './write/store-lines.ts'
import { writePlan } from './write/write-plan.ts'

export interface ImportRequest extends ListFile {
  /** Works everything out and writes nothing. */
  isDryRun: boolean
  onProgress?: (rows: number) => void
}

/** 가져오기 결과 — what a list would do, or did. */
export interface ImportReport {
  kind: ListFile['kind']
  fileName: string
  sha256: string
  isDryRun: boolean
  /** When this very file was applied before; then nothing is done again. */
  appliedBefore: string | null
  rows: number
  counts: ImportCounts
  lines: LineCounts
  plan: Plan
  gone: Diff['gone']
  refused: { place: Place; problem: Problem }[]
}

/**
 * Imports an official list from the command line: reads all of it, plans, and, unless it is a dry run, applies the
 * plan in one transaction. Cancellations that the list tells of are recorded for review and never applied.
 */
export async function importList(ctx: Context, request: ImportRequest): Promise<ImportReport> {
  const { kind, file, isDryRun, onProgress } = request
  const reading = await readList(request, onProgress)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return ctx.em.transactional(async em => {
    const inside = { ...ctx, em }
    await lockImports(em)
    const appliedBefore = await appliedAt(em, kind, sha256)
    const diff = await diffOf(inside, kind, reading)
    const report = reportOf(request, sha256, appliedBefore, reading, diff)
    if (!isDryRun && appliedBefore === null) await apply(inside, report, diff, reading.asOf)
    return report
  })
}

const appliedAt = (em: EntityManager, kind: string, sha256: string) =>
  readInside<string | null>(
    em,
    `select (select to_json(max(applied_at))::text from import_run
      where kind = $1 and sha256 = $2 and state = 'applied' and center_id is null) as json`,
    [kind, sha256],
  )

const reportOf = (
  { kind, file, isDryRun }: ImportRequest,
  sha256: string,
  appliedBefore: string | null,
  { rows, refused, refusedRows }: Reading,
  { plan, gone, counts: lines }: Diff,
): ImportReport => ({
  ...{ kind, fileName: file.name, sha256, isDryRun, appliedBefore, rows, plan, gone, lines, refused },
  counts: countsOf(plan, refusedRows),
})

async function apply(ctx: Context, report: ImportReport, diff: Diff, asOf: Day | null) {
  const { kind, fileName, sha256, rows, counts } = report
  const id = newId()
  await writePlan(ctx, diff.plan, { kind, asOf })
  await insertRows(ctx.em, 'import_run', [
    {
      ...{ id, kind, file_name: fileName, sha256, rows, ...counts, lines: diff.counts, diff_hash: diff.hash },
      ...{ state: 'applied', version: 1, done: rows, attempts: 0 },
      ...{ by_id: ctx.actor.personId, created_at: ctx.now, applied_at: ctx.now },
    },
  ])
  await storeLines(ctx.em, id, diff.lines)
  // Whom the list no longer names is left alone here: nobody has looked at who they are.
  await recordFindings(ctx, id, kind, { plan: diff.plan, gone: [] })
  await insertRows(ctx.em, 'ledger', [
    {
      ...{ at: ctx.now, actor_id: ctx.actor.personId, actor_role: ctx.actor.role },
      ...{ name: 'import.applied', subject_type: 'import', subject_id: id, reason: null },
      detail: { kind, sha256, ...counts },
    },
  ])
}
