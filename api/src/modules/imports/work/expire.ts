import type { Context } from '../../../platform/context.ts'
import { record } from '../../audit/record.ts'
import { dropUnusedFiles } from '../import-files.ts'
import { ImportRun } from '../import-run.entity.ts'

/** Gives up what nobody has applied in time, and keeps its file no longer. Returns how many. */
export function expireImports(ctx: Context): Promise<number> {
  return ctx.em.transactional(async em => {
    const states = ['uploaded', 'previewed', 'failed', 'moved', 'interrupted'] as const
    const runs = await em.find(ImportRun, { state: { $in: [...states] }, expiresAt: { $lte: ctx.now } })
    for (const run of runs) {
      run.state = 'expired'
      record({ ...ctx, em }, 'import.expired', { type: 'import', id: run.id })
    }
    await em.flush()
    if (runs.length > 0) await dropUnusedFiles(em)
    return runs.length
  })
}
