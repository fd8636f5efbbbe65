import type { EntityManager } from '@mikro-orm/postgresql'
import { globalId } from '../../platform/global-id.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import type { About, Audience } from './notice-rules.ts'

/** What a notice about an event can say, and whom it can go to. */
export interface Concerned {
  ledgerId: string
  event: string
  /** When it happened. */
  at: string
  /** Until then it can be undone; null: it cannot. */
  undoUntil: string | null
  actorId: string | null
  centerId: string | null
  /** Null: nobody's in particular. */
  center: string | null
  subjectType: string
  subjectId: string
  values: Record<string, unknown>
  people: Partial<Record<Audience, string[] | null>>
}

const staffOf = (center: string) =>
  `(select json_agg(p.id) from person p where p.center_id = ${center} and p.role in ('staff', 'lead'))`
const membersOf = (enterprise: string) =>
  `(select json_agg(m.person_id) from enterprise_member m where m.enterprise_id = ${enterprise})`

/** Whether somebody had the case already when it happened: a follower that comes late tells the same people. */
const wasTaken = `exists (select 1 from ledger a where a.subject_type = 'review' and a.subject_id = r.id
  and a.name in ('review.assigned', 'review.begun') and (a.tx, a.id) < (l.tx, l.id))`

const instant = (at: string) => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

interface Source {
  /** Joins to `l`, the row of the ledger. */
  from: string
  center: string
  values: string
  people: string
}

const sources: Record<About, Source> = {
  review: {
    from: `join review r on r.id = l.subject_id join enterprise e on e.id = r.enterprise_id
      join requirement_set s on s.id = r.requirement_set_id`,
    center: 'r.center_id',
    values: `'enterprise', e.name, 'case', s.title, 'reason', l.reason, 'dueAt', coalesce(l.detail->>'dueOn', r.due_on::text),
      'count', jsonb_array_length(coalesce(l.detail->'items', '[]')),
      'notes', (select json_agg(i.note order by i.number) from review_item i
                where i.review_id = r.id and l.detail->'items' @> to_jsonb(i.number))`,
    people: `'enterprise', ${membersOf('r.enterprise_id')}, 'assignee', json_build_array(r.assignee_id),
      'desk', case when ${wasTaken} then json_build_array(r.assignee_id) else ${staffOf('r.center_id')} end`,
  },
  certification: {
    from: `join certification c on c.id = (l.detail->>'certification')::uuid
      join certification_kind k on k.code = c.kind_code join enterprise e on e.id = c.enterprise_id`,
    center: 'e.center_id',
    values: `'enterprise', e.name, 'certKind', k.name, 'number', c.number, 'until', c.valid_until,
      'days', (l.detail->>'days')::int, 'on', l.detail->>'on', 'reason', l.reason`,
    people: `'enterprise', ${membersOf('e.id')}`,
  },
  membership: {
    from: `join membership_request q on q.id = l.subject_id join enterprise e on e.id = q.enterprise_id`,
    center: 'e.center_id',
    values: `'enterprise', e.name, 'reason', coalesce(l.reason, q.reason)`,
    people: `'person', json_build_array(q.person_id), 'desk', ${staffOf('e.center_id')}`,
  },
  participation: {
    from: `join participation t on t.id = l.subject_id join event v on v.id = t.event_id`,
    center: 't.center_id',
    values: `'participant', coalesce((select e.name from enterprise e where e.id = t.enterprise_id),
        (select i.name || ' ' || d.name from department d join institution i on i.id = d.institution_id where d.id = t.department_id)),
      'event', v.title, 'on', (select min(d.on_date) from event_day d where d.event_id = v.id),
      'reason', l.reason, 'replyBy', l.detail->>'replyUntil', 'before', l.detail->'before', 'after', l.detail->'after'`,
    people: `'enterprise', ${membersOf('t.enterprise_id')}, 'department',
      (select json_agg(m.person_id) from department_member m where m.department_id = t.department_id)`,
  },
  person: {
    from: `join person q on q.id = l.subject_id`,
    center: 'q.center_id',
    values: `'at', ${instant('l.at')}, 'until', ${instant('q.invitation_ends_at')}`,
    people: `'person', json_build_array(q.id)`,
  },
}

/** What rows of the ledger concern; a row whose thing is gone by now concerns nobody. */
export function concernedBy(
  em: EntityManager,
  about: About,
  ledgerIds: readonly string[],
): Promise<Concerned[]> {
  const { from, center, values, people } = sources[about]
  return readInside<Concerned[]>(
    em,
    `select coalesce(json_agg(x order by x."ledgerId"::bigint), '[]')::text as json from (
       select l.id::text as "ledgerId", l.name as event, l.at, l.detail->>'noticeAt' as "undoUntil", l.actor_id as "actorId",
         ${center} as "centerId", (select z.name from center z where z.id = ${center}) as center,
         l.subject_type as "subjectType", l.subject_id as "subjectId",
         json_build_object(${values}) as values, json_build_object(${people}) as people
       from ledger l ${from} where l.id = any($1::bigint[])
     ) x`,
    [ledgerIds],
  )
}

/** The page of a notice. */
export const pathOf = (path: string, { subjectType, subjectId }: Concerned): string =>
  path.replace(
    '{id}',
    globalId(path.startsWith('/desk/applications') ? 'application' : subjectType, subjectId),
  )
