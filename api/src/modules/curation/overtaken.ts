import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Participation } from './participation.entity.ts'
import { isDesk } from './standing.ts'

/** Refuses a change that rests on an older version, and says to the desk who has decided what meanwhile. */
export async function requireCurrent(
  { em, actor }: Context,
  { id, version }: Participation,
  expectedVersion: number,
): Promise<void> {
  if (version === expectedVersion) return
  const changes = await readInside<object[]>(
    em,
    `select coalesce(json_agg(json_build_object('field', 'state', 'from', l.detail->>'from', 'to', l.detail->>'to',
       'at', l.at, 'action', l.name, 'by', case when $3 then (select p.name from person p where p.id = l.actor_id) end
     ) order by l.id), '[]')::text as json
     from ledger l where l.subject_type = 'participation' and l.subject_id = $1::uuid
       and (l.detail->>'version')::int > $2 and l.detail ? 'to' and $3`,
    [id, expectedVersion, isDesk(actor)],
  )
  throw new Refusal(
    'CONFLICT',
    `Somebody else has changed it: you have seen version ${expectedVersion}, it is at ${version} now.`,
    'expectedVersion',
    undefined,
    { version, changes },
  )
}
