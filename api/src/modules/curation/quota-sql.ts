import { validitySql } from '../certifications/certification.shape.ts'

/**
 * Whether the participation at `p` of an enterprise counts in the quota at `q`, on a day. An enterprise of two kinds
 * counts in both. A sector is a prefix of what it sells; a region is a prefix of where it is.
 */
export const countsIn = (q: string, p: string, day: string) => `(case ${q}.what
  when 'sector' then exists (select 1 from product s where s.enterprise_id = ${p}.enterprise_id and s.state = 'on_sale'
    and starts_with(s.category_code, ${q}.value))
  when 'kind' then exists (select 1 from certification c join certification_kind k on k.code = c.kind_code
    where c.enterprise_id = ${p}.enterprise_id and ${validitySql('c', day)} = 'valid'
      and case when ${q}.value is null then k.is_social_economy else c.kind_code = ${q}.value end)
  when 'region' then exists (select 1 from enterprise e where e.id = ${p}.enterprise_id
    and starts_with(e.region_code, regexp_replace(${q}.value, '(00)+$', '')))
  when 'group' then ${p}.group_id::text = ${q}.value
  when 'returning' then ${hasBefore(p)}
  when 'new' then not ${hasBefore(p)}
  end)`

/** Whether it was confirmed for an earlier edition of the series. */
const hasBefore = (p: string) => `exists (
  select 1 from participation b join event be on be.id = b.event_id join event te on te.id = ${p}.event_id
  where be.series_id = te.series_id and be.edition < te.edition and b.state = 'confirmed'
    and (b.enterprise_id = ${p}.enterprise_id or b.department_id = ${p}.department_id))`

/** What a quota is called. */
const labelOf = (q: string) => `coalesce(case ${q}.what
  when 'sector' then (select c.name from category c where c.code = ${q}.value)
  when 'kind' then (select k.name from certification_kind k where k.code = ${q}.value)
  when 'region' then (select r.name from region r where r.code = ${q}.value)
  when 'group' then (select g.name from participant_group g where g.id::text = ${q}.value)
  when 'returning' then '지난 참가' when 'new' then '첫 참가' end, '사회적경제기업')`

/** Quotas of an event with how many confirmed enterprises each has, as rows. */
export const quotasSql = (event: string, day: string) => `(
  select q.id, q.what, q.value, q.minimum, q.maximum, ${labelOf('q')} as label,
    (select count(*) from participation p where p.event_id = q.event_id and p.side = 'enterprise'
       and p.state = 'confirmed' and ${countsIn('q', 'p', day)})::int as have
  from event_quota q where q.event_id = ${event})`

/** Quotas as the API tells them. */
export const quotasJson = (event: string, day: string) => `(
  select coalesce(json_agg(json_build_object('label', x.label, 'have', x.have, 'min', x.minimum, 'max', x.maximum,
    'isShort', coalesce(x.have < x.minimum, false), 'isFull', coalesce(x.have >= x.maximum, false)
  ) order by x.what, x.label), '[]') from ${quotasSql(event, day)} x)`
