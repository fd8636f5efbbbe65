import type { Context, RequestContext } from '../../platform/context.ts'
import { diffOf } from './diff.ts'
import { aboutOf } from './formats.ts'
import type { ImportRun } from './import-run.entity.ts'
import type { Outlook } from './outlook.ts'
import { eventOutlook } from './outlooks/event-outlook.ts'
import { plansOutlook } from './outlooks/plans-outlook.ts'
import type { Reading } from './read-list.ts'
import { countsOf } from './thing-counts.ts'
import { recordFindings } from './write/record-findings.ts'
import { writePlan } from './write/write-plan.ts'

/** What takes the search engine is looked up first; the rest is worked out in the transaction of whoever calls. */
export async function lookAt(
  ctx: RequestContext,
  run: ImportRun,
  reading: Reading,
): Promise<(inside: Context) => Promise<Outlook>> {
  if (aboutOf(run.kind) === 'plans') return plansOutlook(ctx, run, reading)
  if (aboutOf(run.kind) === 'event') return inside => eventOutlook(inside, run, reading)
  return inside => officialOutlook(inside, run, reading)
}

async function officialOutlook(ctx: Context, run: ImportRun, reading: Reading): Promise<Outlook> {
  const { id, kind } = run
  const diff = await diffOf(ctx, kind, reading)
  return {
    ...diff,
    remarks: [],
    async write() {
      await writePlan(ctx, diff.plan, { kind, asOf: reading.asOf })
      const gone = run.gone === 'review' ? diff.gone : []
      const findings = await recordFindings(ctx, id, kind, { plan: diff.plan, gone })
      return { ...countsOf(diff.plan, reading.refusedRows), findings }
    },
  }
}
