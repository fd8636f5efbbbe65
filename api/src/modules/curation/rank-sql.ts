import { isConfirmed, isStated } from '../credentials/credential.shape.ts'
import { countsIn, quotasSql } from './quota-sql.ts'
import { weightsSql } from './weights.ts'

const isRecent = `delivered_on > ($3::date - make_interval(years => record_years))::date and delivered_on <= $3::date`

/**
 * 순위 — everybody on one side of an event with their points, worked out in one statement: $1 the event, $2 the side,
 * $3 today. `r` is the result: one row for each, with the figures that explain the points.
 *
 * An item that is planned fits as far as its category and one on sale agree: 2, 4, 6, 8 or 10 digits, a tenth of it
 * each. What counts is demand, whoever supplies it best, and nothing that somebody typed.
 */
export const rankSql = `
  with weight as materialized (select * from ${weightsSql('$1::uuid')} w),
  ev as materialized (select * from event where id = $1::uuid),
  p as materialized (select * from participation where event_id = $1::uuid and side = $2),
  buyer as materialized (
    select department_id from participation where event_id = $1::uuid and side = 'department'
      and state in ('invited', 'applied', 'confirmed', 'waitlisted')),
  demand as materialized (
    select c.category_code as code, count(*) as n from planned_purchase c, ev
    where c.state = 'planned' and c.year = ev.year and c.category_code is not null and c.center_id = ev.center_id
      and (c.department_id in (select department_id from buyer) or not exists (select 1 from buyer))
    group by 1),
  digits as (select unnest(array[2, 4, 6, 8, 10]) as len),
  wanted as materialized (
    select d.code, d.n, len, left(d.code, len) as prefix from demand d, digits where length(d.code) >= len),
  sold as materialized (
    select distinct s.enterprise_id, len, left(s.category_code, len) as prefix
    from product s, digits where s.state = 'on_sale' and length(s.category_code) >= len
      and s.enterprise_id in (select enterprise_id from p)),
  fit as (
    select s.enterprise_id, w.code, max(w.n) as n, max(w.len) as len
    from sold s join wanted w on w.prefix = s.prefix and w.len = s.len group by 1, 2),
  item as materialized (
    select enterprise_id, sum(n * len) / 10.0 as points, sum(n) as fits, sum(n) filter (where len >= 8) as exact
    from fit group by 1),
  claim as materialized (
    select c.enterprise_id, c.kind, d.delivered_on, ${isConfirmed('c')} as is_confirmed
    from credential c left join delivery_record d on d.credential_id = c.id
    where ${isStated('c')} and c.enterprise_id in (select enterprise_id from p)),
  passport as materialized (
    select enterprise_id,
      max(case when kind = 'supply_capacity' then case when is_confirmed then 1 else 0.5 end end) as capacity,
      max(case when kind = 'delivery_terms' then case when is_confirmed then 1 else 0.5 end end) as terms,
      count(*) filter (where kind = 'delivery_record' and is_confirmed and ${isRecent}) as confirmed_records,
      count(*) filter (where kind = 'delivery_record' and not is_confirmed and ${isRecent}) as stated_records
    from claim, weight group by 1),
  past as materialized (
    select p.id, count(*) as times, max(e.year) as last_year,
      sum((select count(*) from meeting m where o.id in (m.enterprise_id, m.department_id) and m.state = 'held')) as held,
      sum((select count(*) from meeting m where o.id in (m.enterprise_id, m.department_id) and m.state = 'no_show'
        and m.no_show_side in ('both', o.side))) as missed
    from p join participation o on (o.enterprise_id = p.enterprise_id or o.department_id = p.department_id)
      and o.state = 'confirmed' and o.id <> p.id
    join event e on e.id = o.event_id join ev on e.series_id = ev.series_id and e.edition < ev.edition
    group by 1),
  quota as materialized (select * from ${quotasSql('$1::uuid', '$3::date')} q),
  place as materialized (
    select p.id, array_agg(q.label order by q.label) as fits,
      array_agg(q.label order by q.label) filter (
        where q.have - (p.state = 'confirmed')::int < q.minimum) as needs
    from p join quota q on p.side = 'enterprise' and ${countsIn('q', 'p', '$3::date')} group by 1),
  points as materialized (
    select p.id, p.enterprise_id, p.state, p.created_at,
      round(w.items * least(1, coalesce(i.points, 0) / w.items_full), 1) as items,
      round(w.capacity * coalesce(t.capacity, 0), 1) as capacity,
      round(w.records * least(1, (coalesce(t.confirmed_records, 0) + coalesce(t.stated_records, 0) / 2.0) / w.records_full), 1) as records,
      round(w.terms * coalesce(t.terms, 0), 1) as terms,
      case when h.times is null then w.newcomer else round(w.returner *
        case when h.held + h.missed = 0 then 1 else h.held / (h.held + h.missed) end, 1) end as history,
      case when l.needs is null then 0 else w.need end as need,
      w as weight, i.fits, i.exact, t.capacity as capacity_share, t.terms as terms_share,
      coalesce(t.confirmed_records, 0) as confirmed_records, coalesce(t.stated_records, 0) as stated_records,
      h.times, h.last_year, h.held, h.missed, l.fits as quotas, l.needs
    from p cross join weight w left join item i on i.enterprise_id = p.enterprise_id
    left join passport t on t.enterprise_id = p.enterprise_id left join past h on h.id = p.id
    left join place l on l.id = p.id),
  r as (
    select x.*, x.items + x.capacity + x.records + x.terms + x.history + x.need as score,
      row_number() over (order by x.items + x.capacity + x.records + x.terms + x.history + x.need desc, x.created_at, x.id) as rank
    from points x)`
