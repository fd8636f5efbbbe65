import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../../../platform/context.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import { record } from '../../audit/record.ts'
import { diffOf, seen, type Diff } from '../diff.ts'
import { dropUnusedFiles } from '../import-files.ts'
import { ImportRun } from '../import-run.entity.ts'
import type { ImportLine } from '../lines.ts'
import { lockImports } from '../lock-imports.ts'
import type { Reading } from '../read-list.ts'
import { countsOf } from '../thing-counts.ts'
import { recordFindings } from '../write/record-findings.ts'
import { storeLines } from '../write/store-lines.ts'
import { writePlan } from '../write/write-plan.ts'
import { readRun } from './read-run.ts'

/**
 * 적용 — works everything out anew and applies it only if it comes to what was previewed, all in one transaction.
 * Otherwise nothing is applied, and what has moved is marked in a new preview.
 */
export async function applyPreviewed(ctx: Context, run: ImportRun): Promise<void> {
  const reading = await readRun(ctx, run)
  await ctx.em.transactional(async em => {
    const inside = { ...ctx, em }
    await lockImports(em)
    const diff = await diffOf(inside, run.kind, reading)
    await (diff.hash === run.diffHash ? write(inside, run, reading, diff) : tellWhatMoved(inside, run, diff))
  })
}

async function write(ctx: Context, run: ImportRun, reading: Reading, diff: Diff): Promise<void> {
  const { id, kind } = run
  const { rows, asOf, refusedRows } = reading
  const counts = countsOf(diff.plan, refusedRows)
  await writePlan(ctx, diff.plan, { kind, asOf })
  const findings = await recordFindings(ctx, id, kind, {
    plan: diff.plan,
    gone: run.gone === 'review' ? diff.gone : [],
  })
  await replaceLines(ctx.em, id, diff.lines)
  await ctx.em.nativeUpdate(
    ImportRun,
    { id },
    { ...counts, state: 'applied', appliedAt: ctx.now, rows, done: rows, problem: null },
  )
  await dropUnusedFiles(ctx.em)
  const detail = { kind, sha256: run.sha256, diff: diff.hash, ...counts, findings }
  record(ctx, 'import.applied', { type: 'import', id }, detail)
}

async function tellWhatMoved(ctx: Context, { id }: ImportRun, { lines, counts, hash }: Diff): Promise<void> {
  const before = new Map((await storedLines(ctx.em, id)).map(line => [placeOf(line), seen(line)]))
  const marked = lines.map(line => ({ ...line, isMoved: before.get(placeOf(line)) !== seen(line) }))
  const now = new Set(lines.map(placeOf))
  const gone = (await storedLines(ctx.em, id))
    .filter(line => line.verdict !== 'gone' && !now.has(placeOf(line)))
    .map(line => ({ ...line, verdict: 'same' as const, changes: [], isMoved: true }))
  await replaceLines(ctx.em, id, [...marked, ...gone])
  const problem =
    '미리 본 뒤에 자료가 바뀌어 아무것도 적용하지 않았습니다. 달라진 줄을 확인하고 다시 적용해 주세요.'
  await ctx.em.nativeUpdate(ImportRun, { id }, { state: 'moved', lines: counts, diffHash: hash, problem })
  record(ctx, 'import.moved', { type: 'import', id }, { diff: hash, ...counts })
}

/** A line by where it stands; of several problems in one row, each by its column. */
const placeOf = ({ sheet, row, column, key }: ImportLine) =>
  JSON.stringify([sheet, row, column, row === 0 ? key : null])

async function replaceLines(em: EntityManager, id: string, lines: readonly ImportLine[]) {
  await em.execute('delete from import_row where run_id = ?', [id])
  await storeLines(em, id, lines)
}

const storedLines = (em: EntityManager, id: string) =>
  readInside<ImportLine[]>(
    em,
    `select coalesce(json_agg(l), '[]')::text as json from (
       select sheet, row, verdict, key, column_name as "column", cell, message, record,
         coalesce(changes, '[]') as changes from import_row where run_id = $1 order by id) l`,
    [id],
  )
