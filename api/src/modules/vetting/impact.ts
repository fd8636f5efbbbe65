import { globalIdSql } from '../../platform/global-id.ts'
import { evaluatedVerdict } from './evaluation.ts'

/**
 * 누가 빠지나 — what a version would do to the enterprises vetted by its series, on a day. By the same evaluation as a
 * review: what a record can say is asked of the records; what somebody has to look at stands as it was last judged
 * for the same requirement; a waiver or an override stays one.
 *
 * Reasons are sets of requirements, so that each enterprise has exactly one and they sum to the enterprises.
 */
export const impactSql = (set: string, day: string, first: string) => `(
  with candidate as materialized (
    select distinct on (r.enterprise_id) r.enterprise_id, r.id as review_id, r.state = 'approved' as is_approved
    from review r join requirement_set s on s.id = r.requirement_set_id
    where s.series_id = ${set}.series_id and r.center_id = ${set}.center_id
      and r.state in ('approved', 'returned', 'rejected', 'suspended', 'lapsed')
    order by r.enterprise_id, r.state = 'approved' desc, r.opened_at desc
  ), asked as materialized (
    select * from requirement q where q.requirement_set_id = ${set}.id and q.is_required
  ), judged as materialized (
    -- One row for each enterprise, so that nothing has to be matched with it again.
    select c.enterprise_id, c.is_approved, jsonb_object_agg(k.key, i.verdict) filter (where k.key is not null) as verdicts
    from candidate c left join review_item i on i.review_id = c.review_id
    left join requirement k on k.id = i.requirement_id
    group by c.enterprise_id, c.is_approved
  ), outcome as materialized (
    select vetted.enterprise_id, vetted.is_approved,
      coalesce(array_agg(q.position order by q.position) filter (where not ${isMet(day)}), '{}') as lacking
    from judged vetted left join asked q on true
    group by vetted.enterprise_id, vetted.is_approved
  )
  select json_build_object(
    'on', ${day},
    'approved', (select count(*) from outcome where is_approved),
    'kept', (select count(*) from outcome where is_approved and lacking = '{}'),
    'lost', (select count(*) from outcome where is_approved and lacking <> '{}'),
    'gained', (select count(*) from outcome where not is_approved and lacking = '{}'),
    'inProgress', (
      select count(*) from review r join requirement_set s on s.id = r.requirement_set_id
      where s.series_id = ${set}.series_id and r.center_id = ${set}.center_id
        and r.state in ('submitted', 'in_review', 're_review')),
    'byReason', (
      select coalesce(json_agg(json_build_object('items', b.lacking, 'enterprises', b.n) order by b.n desc, b.lacking), '[]')
      from (select lacking, count(*) as n from outcome where is_approved and lacking <> '{}' group by lacking) b),
    'enterprises', (
      select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name, 'items', e.lacking) order by e.name, e.id), '[]')
      from (
        select ${globalIdSql('enterprise', 'x.id')} as id, x.name, o.lacking
        from outcome o join enterprise x on x.id = o.enterprise_id
        where o.is_approved and o.lacking <> '{}' order by x.name, x.id limit ${first}
      ) e)
  ))`

/** A name that the evaluation uses for none of its own rows: those would be meant instead. */
const isMet = (day: string) => `(coalesce(vetted.verdicts->>q.key::text in ('waived', 'overridden'), false)
  or coalesce(${evaluatedVerdict('q', 'vetted.enterprise_id', day)}, vetted.verdicts->>q.key::text, 'unclear') = 'met')`
