import type { Context } from '../../platform/context.ts'
import { globalIdSql } from '../../platform/global-id.ts'
import { readFor } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import type { MatchType } from './match.entity.ts'

export interface MatchQuestion {
  types: readonly MatchType[] | null
  state: 'chosen' | 'left_out' | null
  /** A participation: only its pairs. */
  who: string | null
  query: string | null
  first: number
  offset: number
}

/** The matches of an event of the centre with their counts, the strongest first; null when there is none. */
export function readMatchBoard(ctx: Context, eventId: string, asked: MatchQuestion): Promise<object | null> {
  requireRole(ctx, 'staff', 'lead')
  const { types, state, who, query, first, offset } = asked
  return readFor(ctx, boardSql, [eventId, types, state, who, query, first, offset])
}

const rowsSql = `
  select m.*, e.name as enterprise_name, i.name || ' ' || d.name as department_name, r.title as round_title,
    array_position(array['mutual','buyer','enterprise','item','category','region','rule','staff'], m.type) as tier
  from match m
  join participation ep on ep.id = m.enterprise_id join enterprise e on e.id = ep.enterprise_id
  join participation dp on dp.id = m.department_id
  join department d on d.id = dp.department_id join institution i on i.id = d.institution_id
  left join event_round r on r.id = m.round_id
  where m.event_id = $1::uuid`

const boardSql = `
  with every as (${rowsSql}),
  asked as (
    select * from every where ($2::text[] is null or type = any($2)) and ($3::text is null or state = $3)
      and ($4::uuid is null or enterprise_id = $4 or department_id = $4)
      and ($5::text is null or enterprise_name ilike '%' || $5 || '%' or department_name ilike '%' || $5 || '%'))
  select json_build_object('eventId', ${globalIdSql('event', 'ev.id')}, 'eventTitle', ev.title,
    'counts', (select coalesce(json_agg(json_build_object('type', c.type, 'chosen', c.chosen, 'leftOut', c.left_out)
        order by c.tier), '[]') from (
      select type, tier, count(*) filter (where state = 'chosen') as chosen,
        count(*) filter (where state = 'left_out') as left_out from every group by type, tier) c),
    'chosen', (select count(*) from every where state = 'chosen'),
    'leftOut', (select count(*) from every where state = 'left_out'),
    'wishesUnmet', (select count(*) from every where state = 'left_out' and type in ('mutual', 'buyer', 'enterprise')),
    'mutualUnmet', (select count(*) from every where state = 'left_out' and type = 'mutual'),
    'silentCount', greatest(0, (select count(*) filter (where p.side = 'enterprise') * count(*) filter (where p.side = 'department')
        from participation p where p.event_id = ev.id and p.state = 'confirmed') - (select count(*) from every
        where left_out_code is distinct from 'gone')),
    'silent', (select coalesce(json_agg(json_build_object('id', ${globalIdSql('participation', 's.id')}, 'name', s.name)
        order by s.name, s.id), '[]') from (
      select c.id, coalesce(e.name, i.name || ' ' || d.name) as name from participation p
      join participation c on c.event_id = p.event_id and c.side <> p.side and c.state = 'confirmed'
      left join enterprise e on e.id = c.enterprise_id
      left join department d on d.id = c.department_id left join institution i on i.id = d.institution_id
      where p.id = $4 and p.event_id = ev.id and p.state = 'confirmed'
        and not exists (select 1 from every m where p.id in (m.enterprise_id, m.department_id)
          and c.id in (m.enterprise_id, m.department_id))) s),
    'totalCount', (select count(*) from asked),
    'parties', (select coalesce(json_agg(json_build_object('id', ${globalIdSql('participation', 'p.id')},
        'side', upper(p.side), 'name', coalesce(e.name, i.name || ' ' || d.name), 'most', p.meetings_most, 'seats', p.seats,
        'wishes', (select count(*) from wish w where w.from_id = p.id and w.choice <> 'no'),
        'meetings', (select count(*) from every m where m.state = 'chosen' and p.id in (m.enterprise_id, m.department_id)))
        order by p.side desc, coalesce(e.name, i.name || ' ' || d.name)), '[]')
      from participation p left join enterprise e on e.id = p.enterprise_id
      left join department d on d.id = p.department_id left join institution i on i.id = d.institution_id
      where p.event_id = ev.id and p.state = 'confirmed'),
    'matches', (select coalesce(json_agg(json_build_object('id', ${globalIdSql('match', 'm.id')},
        'enterpriseId', ${globalIdSql('participation', 'm.enterprise_id')}, 'enterpriseName', m.enterprise_name,
        'departmentId', ${globalIdSql('participation', 'm.department_id')}, 'departmentName', m.department_name,
        'roundTitle', m.round_title, 'type', m.type, 'weight', m.weight, 'state', m.state,
        'isPinned', m.is_pinned, 'leftOutCode', m.left_out_code, 'leftOutReason', m.left_out_reason,
        'because', (select coalesce(json_agg(json_build_object('type', b->>'type', 'text', b->>'text',
          'weight', (b->>'weight')::int, 'rule', b->>'rule')), '[]') from jsonb_array_elements(m.because) b))
        order by m.place), '[]')
      from (select *, row_number() over (order by state, tier, weight desc, enterprise_name, department_name, id) as place
            from asked order by place limit $6 offset $7) m)
  )::text as json
  from event ev where ev.id = $1::uuid and ev.center_id = scope_center()`
