import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context, RequestContext } from '../../../platform/context.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import { inScope } from '../../../platform/scope.ts'
import { record } from '../../audit/record.ts'
import { seen } from '../diff.ts'
import { dropUnusedFiles } from '../import-files.ts'
import { ImportRun } from '../import-run.entity.ts'
import type { ImportLine } from '../lines.ts'
import { lockImports } from '../lock-imports.ts'
import { lookAt } from '../look-at.ts'
import type { Outlook } from '../outlook.ts'
import type { Reading } from '../read-list.ts'
import { storeLines } from '../write/store-lines.ts'
import { readRun } from './read-run.ts'

/**
 * 적용 — works everything out anew and applies it only if it comes to what was previewed, all in one transaction.
 * Otherwise nothing is applied, and what has moved is marked in a new preview.
 */
export async function applyPreviewed(ctx: RequestContext, run: ImportRun): Promise<void> {
  const reading = await readRun(ctx, run)
  const look = await lookAt(ctx, run, reading)
  await inScope(ctx, async inside => {
    await lockImports(inside.em)
    const outlook = await look(inside)
    const isAsSeen = outlook.hash === run.diffHash
    await (isAsSeen ? write(inside, run, reading, outlook) : tellWhatMoved(inside, run, outlook))
  })
}

async function write(ctx: Context, run: ImportRun, { rows }: Reading, outlook: Outlook): Promise<void> {
  const { id, kind } = run
  const { findings, ...counts } = await outlook.write()
  await replaceLines(ctx.em, id, outlook.lines)
  await ctx.em.nativeUpdate(
    ImportRun,
    { id },
    { ...counts, state: 'applied', appliedAt: ctx.now, rows, done: rows, problem: null },
  )
  await dropUnusedFiles(ctx.em)
  const detail = { kind, sha256: run.sha256, diff: outlook.hash, ...counts, findings }
  record(ctx, 'import.applied', { type: 'import', id }, detail)
}

async function tellWhatMoved(
  ctx: Context,
  { id }: ImportRun,
  { lines, counts, hash, remarks }: Outlook,
): Promise<void> {
  const before = new Map((await storedLines(ctx.em, id)).map(line => [placeOf(line), seen(line)]))
  const marked = lines.map(line => ({ ...line, isMoved: before.get(placeOf(line)) !== seen(line) }))
  const now = new Set(lines.map(placeOf))
  const gone = (await storedLines(ctx.em, id))
    .filter(line => line.verdict !== 'gone' && !now.has(placeOf(line)))
    .map(line => ({ ...line, verdict: 'same' as const, changes: [], isMoved: true }))
  await replaceLines(ctx.em, id, [...marked, ...gone])
  const problem =
    '미리 본 뒤에 자료가 바뀌어 아무것도 적용하지 않았습니다. 달라진 줄을 확인하고 다시 적용해 주세요.'
  await ctx.em.nativeUpdate(
    ImportRun,
    { id },
    { state: 'moved', lines: counts, diffHash: hash, remarks, problem },
  )
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
