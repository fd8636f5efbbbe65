import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/id.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import { insertRows } from '../../../platform/insert-rows.ts'
import type { Diff } from '../diff.ts'

interface Finding {
  id: string
  enterpriseId: string
  certificationId: string
  kind: string
  how: 'cancelled' | 'returned' | 'gone'
  on: string | null
}

/**
 * 취소 통보 기록 — writes down which certificates the list calls ended, or no longer names, for a person to review;
 * the ledger row `import.cancellation_found` is what a review is made of. Nothing of the certificate changes. What
 * an earlier list has told already is not told again.
 */
export async function recordFindings(
  ctx: Context,
  runId: string,
  source: string,
  { plan, gone }: Pick<Diff, 'plan' | 'gone'>,
): Promise<number> {
  const findings: Finding[] = [
    ...plan.endings.map(({ certificationId, enterpriseId, kind, how, on }) => ({
      ...{ id: newId(), certificationId, enterpriseId, kind, how, on },
    })),
    ...gone.map(({ certificationId, enterpriseId, kind }) => ({
      ...{ id: newId(), certificationId, enterpriseId, kind, how: 'gone' as const, on: null },
    })),
  ]
  if (findings.length === 0) return 0
  const fresh = new Set(await insertFresh(ctx, runId, findings))
  await insertRows(
    ctx.em,
    'ledger',
    findings
      .filter(({ id }) => fresh.has(id))
      .map(({ enterpriseId, certificationId, kind, how, on }) => ({
        at: ctx.now,
        actor_id: ctx.actor.personId,
        actor_role: ctx.actor.role,
        name: 'import.cancellation_found',
        subject_type: 'enterprise',
        subject_id: enterpriseId,
        detail: { certification: certificationId, kind, how, on, import: runId, source },
        reason: null,
      })),
  )
  return fresh.size
}

/** The ids of those that had not been found before. */
const insertFresh = ({ em, now }: Context, runId: string, findings: readonly Finding[]) =>
  readInside<string[]>(
    em,
    `with fresh as (
       insert into import_finding (id, run_id, enterprise_id, certification_id, how, on_day, found_at)
       select f.id, $2::uuid, f."enterpriseId", f."certificationId", f.how, f."on", $3::timestamptz
       from json_to_recordset($1::json) f(id uuid, "enterpriseId" uuid, "certificationId" uuid, how text, "on" date)
       on conflict do nothing returning id)
     select coalesce(json_agg(id), '[]')::text as json from fresh`,
    [JSON.stringify(findings), runId, now],
  )
