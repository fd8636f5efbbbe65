import type { RequestContext } from '../../../platform/context.ts'
import { inScope } from '../../../platform/scope.ts'
import { record } from '../../audit/record.ts'
import { ImportRun } from '../import-run.entity.ts'
import { lookAt } from '../look-at.ts'
import { storeLines } from '../write/store-lines.ts'
import { readRun } from './read-run.ts'

/** 미리 보기 — works out what the list would do and keeps that, line by line. Changes nothing else. */
export async function preview(ctx: RequestContext, run: ImportRun): Promise<void> {
  const reading = await readRun(ctx, run)
  const look = await lookAt(ctx, run, reading)
  await inScope(ctx, async inside => {
    const { em } = inside
    const { lines, counts, hash, remarks } = await look(inside)
    const { rows } = reading
    const isStillWanted = await em.nativeUpdate(
      ImportRun,
      { id: run.id, state: 'checking' },
      { state: 'previewed', lines: counts, diffHash: hash, remarks, rows, done: rows, problem: null },
    )
    if (isStillWanted === 0) return
    await em.execute('delete from import_row where run_id = ?', [run.id])
    await storeLines(em, run.id, lines)
    record(inside, 'import.previewed', { type: 'import', id: run.id }, { diff: hash, ...counts })
  })
}
