import type { Context } from '../../../platform/context.ts'
import { record } from '../../audit/record.ts'
import { diffOf } from '../diff.ts'
import { ImportRun } from '../import-run.entity.ts'
import { storeLines } from '../write/store-lines.ts'
import { readRun } from './read-run.ts'

/** 미리 보기 — works out what the list would do and keeps that, line by line. Changes nothing else. */
export async function preview(ctx: Context, run: ImportRun): Promise<void> {
  const reading = await readRun(ctx, run)
  await ctx.em.transactional(async em => {
    const inside = { ...ctx, em }
    const { lines, counts, hash } = await diffOf(inside, run.kind, reading)
    const { rows } = reading
    const isStillWanted = await em.nativeUpdate(
      ImportRun,
      { id: run.id, state: 'checking' },
      { state: 'previewed', lines: counts, diffHash: hash, rows, done: rows, problem: null },
    )
    if (isStillWanted === 0) return
    await em.execute('delete from import_row where run_id = ?', [run.id])
    await storeLines(em, run.id, lines)
    record(inside, 'import.previewed', { type: 'import', id: run.id }, { diff: hash, ...counts })
  })
}
