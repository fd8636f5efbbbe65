import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { named } from './changes-sql.ts'
import type { Review } from './review.entity.ts'

/** Somebody was faster: says what has changed since, from what to what, when, and to the staff also by whom. */
export async function staleRefusal(
  { em, actor }: Context,
  { id, version }: Review,
  expectedVersion: number,
): Promise<Refusal> {
  const isDesk = actor.role === 'staff' || actor.role === 'lead'
  const changes = await readInside<object[]>(
    em,
    `select coalesce(json_agg(json_build_object(
       'field', c.value->>'field', 'from', ${named("c.value->>'from'")}, 'to', ${named("c.value->>'to'")}, 'at', l.at, 'action', l.name,
       'by', case when $3 then (select p.name from person p where p.id = l.actor_id) end
     ) order by l.id, c.ordinality), '[]')::text as json
     from ledger l, jsonb_array_elements(l.detail->'changes') with ordinality c
     where l.subject_type = 'review' and l.subject_id = $1 and (l.detail->>'version')::int > $2
       and ($3 or c.value->>'field' not in ('assignee', 'firstApprover'))`,
    [id, expectedVersion, isDesk],
  )
  return new Refusal(
    'CONFLICT',
    `Somebody else has changed it: you have seen version ${expectedVersion}, it is at ${version} now.`,
    'expectedVersion',
    undefined,
    { version, changes },
  )
}
