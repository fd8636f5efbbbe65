import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { actorNameSql } from './actor-name.ts'
import type { Subject } from './record.ts'

/** A row that people edit. */
export interface Versioned {
  id: string
  version: number
  updatedAt: Date
}

/** A field whose value to be saved is not the stored one. */
export interface Difference {
  field: string
  yours: unknown
  stored: unknown
}

export type Tell = (field: string, value: unknown) => unknown

interface StaleSave {
  row: Versioned
  subject: Subject
  expectedVersion: number
  differing: Difference[]
  tell: Tell
}

/**
 * 충돌 — what the caller needs to decide: the current version and, for each field that would change, both values and who
 * changed it meanwhile. A field that nobody touched since has no `at`: it can be saved with the current version.
 */
export async function staleSave(
  ctx: Context,
  { row, subject, expectedVersion, differing, tell }: StaleSave,
): Promise<Refusal> {
  const touched = await touchedSince(ctx, subject, row.id, expectedVersion)
  const conflicts = differing.map(({ field, yours, stored }) => ({
    field,
    yours: tell(field, yours),
    stored: tell(field, stored),
    by: touched.get(field)?.by ?? null,
    at: touched.get(field)?.at ?? null,
  }))
  const names = conflicts.filter(({ at }) => at !== null).map(({ field }) => field)
  return new Refusal(
    'CONFLICT',
    names.length > 0
      ? `Somebody else has changed ${names.join(', ')} since version ${expectedVersion}; compare and save with version ${row.version}.`
      : `It has been changed since version ${expectedVersion}, elsewhere; save with version ${row.version}.`,
    'expectedVersion',
    undefined,
    { version: row.version, conflicts },
  )
}

interface Touch {
  field: string
  by: string
  at: string
}

/** The last change of each field after a version, by the ledger. */
async function touchedSince(
  { em }: Context,
  { type, id: subjectId }: Subject,
  id: string,
  version: number,
): Promise<Map<string, Touch>> {
  const rows = await em.execute<Touch[]>(
    `select distinct on (c.field) c.field, ${actorNameSql('l')} as by,
       to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from ledger l, jsonb_object_keys(l.detail->'changes') c(field)
     where l.subject_type = ? and l.subject_id = ? and l.detail->>'of' = ? and (l.detail->>'version')::integer > ?
     order by c.field, l.id desc`,
    [type, subjectId, id, version],
  )
  return new Map(rows.map(row => [row.field, row]))
}
