import { globalIdSql } from '../../platform/global-id.ts'
import { isUuid } from '../../platform/id.ts'
import { readFor } from '../../platform/read/read.ts'
import type { Context } from '../../platform/context.ts'

/** What a participant chooses from: its counterparts, with what they have shared and what was said of them. */
export async function readWishBoard(ctx: Context, participation: string): Promise<object | null> {
  if (!isUuid(participation)) return null
  const isStaff = ctx.actor.role === 'staff' || ctx.actor.role === 'lead'
  const mine = isStaff ? 'p.center_id = scope_center()' : 'p.id in (select own_participations())'
  return readFor(ctx, `select json::text as json from (${boardSql('$3::uuid', mine)}) b`, [
    ctx.now.toISOString(),
    isStaff,
    participation,
  ])
}

/** The participations of whoever asks, the next event first. */
export function readOwnWishBoards(ctx: Context): Promise<object[]> {
  return readFor(
    ctx,
    `select coalesce(json_agg(b.json order by b.at desc), '[]')::text as json from participation o
     cross join lateral (${boardSql('o.id', 'true')}) b
     where o.id in (select own_participations()) and o.state = 'confirmed'
       and coalesce(o.told_state, o.state) = 'confirmed'`,
    [ctx.now.toISOString(), false],
  )
}

/**
 * Row-level security decides which planned purchases are in it. A wish is read from who said it only: what the
 * counterpart says is in no answer here, neither by value nor by count, order or time.
 */
const boardSql = (which: string, mine: string) => `
  select json_build_object('id', ${globalIdSql('participation', 'p.id')}, 'side', upper(p.side),
    'name', coalesce(oe.name, oi.name || ' ' || od.name),
    'eventId', ${globalIdSql('event', 'ev.id')}, 'eventTitle', ev.title, 'until', ev.wishes_until,
    'canWish', p.state = 'confirmed' and ($2::boolean or coalesce(p.told_state, p.state) = 'confirmed')
      and ev.state in ('open', 'curating', 'confirmed')
      and ($2::boolean or ev.wishes_until is null or ev.wishes_until >= $1::timestamptz),
    'counterparts', (select coalesce(json_agg(json_build_object(
        'id', ${globalIdSql('participation', 'c.id')}, 'name', coalesce(ce.name, ci.name || ' ' || cd.name),
        'party', case when c.side = 'enterprise' then ${globalIdSql('enterprise', 'ce.id')}
          else ${globalIdSql('department', 'cd.id')} end,
        'choice', w.choice, 'note', w.note, 'outcome', case when o.to_id is not null then json_build_object(
          'meets', o.meets, 'wasCancelled', o.was_cancelled, 'code', o.code, 'isOurs', o.is_ours) end,
        'items', (select coalesce(json_agg(json_build_object('item', q.item, 'won', q.won, 'month', q.month,
            'category', q.category_code) order by q.month nulls last, q.item), '[]')
          from planned_purchase q where c.side = 'department' and q.department_id = c.department_id
            and q.year = ev.year and q.state = 'planned'),
        'products', (select coalesce(json_agg(n.name order by n.name), '[]') from (
          select pr.name from product pr where c.side = 'enterprise' and pr.enterprise_id = c.enterprise_id
            and pr.state = 'on_sale' order by pr.name limit 5) n)
      ) order by coalesce(ce.name, ci.name || ' ' || cd.name), c.id), '[]')
      from participation c
      left join enterprise ce on ce.id = c.enterprise_id
      left join department cd on cd.id = c.department_id left join institution ci on ci.id = cd.institution_id
      left join wish w on w.from_id = p.id and w.to_id = c.id
      left join wish_outcomes(p.id) o on o.to_id = c.id
      where c.event_id = p.event_id and c.side <> p.side and c.state = 'confirmed')
  ) as json, ev.created_at as at
  from participation p join event ev on ev.id = p.event_id
  left join enterprise oe on oe.id = p.enterprise_id
  left join department od on od.id = p.department_id left join institution oi on oi.id = od.institution_id
  where p.id = ${which} and ${mine}`
