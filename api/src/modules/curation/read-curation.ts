import type { Context } from '../../platform/context.ts'
import { globalIdSql } from '../../platform/global-id.ts'
import { readFor } from '../../platform/read/read.ts'
import { validitySql } from '../certifications/certification.shape.ts'
import { partyName } from './narrow.ts'
import { quotasJson } from './quota-sql.ts'
import { isDesk } from './standing.ts'
import { weightsJson } from './weights.ts'

/** 선정 — the whole of it in figures, as they are at this moment; null for whoever is not of the centre. */
export function readCuration(ctx: Context, eventId: string): Promise<object | null> {
  if (!isDesk(ctx.actor)) return Promise.resolve(null)
  return readFor<object | null>(ctx, `select (${curationSql})::text as json`, [
    eventId,
    ctx.today,
    ctx.actor.personId,
  ])
}

const count = (side: string, condition: string) =>
  `(select count(*) from participation p where p.event_id = e.id and p.side = '${side}' and ${condition})`

const sideSql = (side: 'enterprise' | 'department') => `json_build_object(
  'wanted', e.${side}s_wanted, 'all', ${count(side, 'true')},
  'invited', ${count(side, `p.state = 'invited'`)}, 'applied', ${count(side, `p.state = 'applied'`)},
  'confirmed', ${count(side, `p.state = 'confirmed'`)}, 'waitlisted', ${count(side, `p.state = 'waitlisted'`)},
  'notSelected', ${count(side, `p.state = 'not_selected'`)}, 'declined', ${count(side, `p.state = 'declined'`)})`

/** An enterprise of two kinds counts in both: the counts add up to more than there are enterprises. */
const kindsSql = `(
  select coalesce(json_agg(json_build_object('label', x.name, 'count', x.n) order by x.position), '[]') from (
    select k.name, k.position, count(distinct p.enterprise_id) as n
    from participation p join certification c on c.enterprise_id = p.enterprise_id and ${validitySql('c', '$2::date')} = 'valid'
    join certification_kind k on k.code = c.kind_code
    where p.event_id = e.id and p.state = 'confirmed' group by k.code, k.name, k.position) x)`

/** What `undoCuration` would take back next, the latest act first. */
const undoableSql = `(
  select coalesce(json_agg(json_build_object('actId', x.act_id, 'count', x.n, 'name', x.name, 'from', x.before, 'to', x.state)
    order by x.last desc), '[]') from (
    select d.act_id, max(d.id::text) as last, count(*) as n, min(${partyName('p')}) as name,
      min(d.before->>'state') as before, min(d.state) as state
    from participation_decision d join participation p on p.id = d.participation_id
    where d.event_id = e.id and d.by_id = $3::uuid and d.undone_at is null and p.letter_sent_at is null
    group by d.act_id order by max(d.id::text) desc limit 50) x)`

const lettersSql = `(select count(*) from participation p where p.event_id = e.id and p.decided_at is not null
  and p.letter_sent_at is null and p.state in ('confirmed', 'waitlisted', 'not_selected'))`

const curationSql = `
  select json_build_object(
    'eventId', ${globalIdSql('event', 'e.id')}, 'title', e.title, 'applyUntil', e.apply_until,
    'canDecide', e.state in ('open', 'curating', 'confirmed'), 'canSendLetters', e.state in ('curating', 'confirmed'),
    'enterprises', ${sideSql('enterprise')}, 'departments', ${sideSql('department')},
    'quotas', ${quotasJson('e.id', '$2::date')}, 'kinds', ${kindsSql},
    'weights', ${weightsJson('e.id')}, 'undoable', ${undoableSql}, 'lettersDue', ${lettersSql},
    'cursor', (select coalesce(max(p.change_number), 0)::text from participation p where p.event_id = e.id))
  from event e where e.id = $1::uuid and e.center_id = scope_center()`
