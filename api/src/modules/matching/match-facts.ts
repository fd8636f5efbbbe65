import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { heldKindsSql, rulesSql, type ContractRule } from './contract-rules.ts'
import type { Pair } from './explain-pair.ts'
import { listedSql, type ListedWords } from './listed-words.ts'
import type { LeftOutCode, MatchType } from './match.entity.ts'
import { partiesSql, roundsSql, type PartyFacts, type RoundFacts } from './read-round.ts'
import type { WishChoice } from './wish-choices.ts'

/** All that pairs of an event are made of. */
export interface MatchFacts {
  event: { id: string; centerId: string; state: string }
  parties: PartyFacts[]
  rounds: RoundFacts[]
  wishes: { from: string; to: string; choice: WishChoice }[]
  /** For each pair of participants, the planned purchase that a product comes closest to. */
  items: ({ enterprise: string; department: string } & NonNullable<Pair['item']>)[]
  regions: { enterprise: string; department: string; digits: number }[]
  known: KnownMatch[]
  /** What enterprises are certified as today, by participation. */
  held: Record<string, string[]>
  listed: ListedWords[]
  rules: ContractRule[]
}

export interface KnownMatch {
  id: string
  enterprise: string
  department: string
  round: string | null
  type: MatchType
  state: 'chosen' | 'left_out'
  isPinned: boolean
  leftOutCode: LeftOutCode | null
  leftOutReason: string | null
  /** A meeting of it stands in a published timetable. */
  isPublished: boolean
}

/** Reads as the actor, inside the transaction of `ctx`; an event of somebody else's is none. */
export async function readMatchFacts({ em, today }: Context, eventId: string): Promise<MatchFacts> {
  const facts = await readInside<MatchFacts | null>(em, factsSql, [eventId, today])
  if (facts === null) throw new Refusal('NOT_FOUND', 'There is no such event.', 'event')
  return facts
}

const wishesSql = `
  select coalesce(json_agg(json_build_object('from', w.from_id, 'to', w.to_id, 'choice', w.choice)), '[]')
  from wish w
  join participation a on a.id = w.from_id and a.state = 'confirmed'
  join participation b on b.id = w.to_id and b.state = 'confirmed'
  where w.event_id = $1::uuid`

/** Codes of 2 to 10 digits, two digits a level: the longest prefix that a product and a plan have in common. */
const itemsSql = `
  select coalesce(json_agg(f), '[]') from (
    select distinct on (a.id, b.id) a.id as enterprise, b.id as department, m.item as name, m.won, m.code, m.digits
    from (select distinct pe.id as enterprise, pd.id as department, q.id as plan
          from participation pe
          join product pr on pr.enterprise_id = pe.enterprise_id and pr.state = 'on_sale'
          join participation pd on pd.event_id = pe.event_id and pd.state = 'confirmed'
          join planned_purchase q on q.department_id = pd.department_id and q.state = 'planned'
            and left(q.category_code, 2) = left(pr.category_code, 2)
          join event e on e.id = pe.event_id and e.year = q.year
          where pe.event_id = $1::uuid and pe.state = 'confirmed') near
    join participation a on a.id = near.enterprise
    join participation b on b.id = near.department
    cross join lateral (
      select q.item, q.won, q.category_code as code, digits.digits from planned_purchase q
      cross join lateral (
        select max(n) as digits from generate_series(2, length(q.category_code), 2) n
        where exists (select 1 from product pr where pr.enterprise_id = a.enterprise_id and pr.state = 'on_sale'
          and length(pr.category_code) >= n and left(pr.category_code, n) = left(q.category_code, n))) digits
      where q.id = near.plan) m
    order by a.id, b.id, m.digits desc, m.won desc nulls last, m.item) f`

const regionsSql = `
  select coalesce(json_agg(json_build_object('enterprise', a.id, 'department', b.id,
      'digits', case when left(e.region_code, 5) = left(i.region_code, 5) and substr(i.region_code, 3, 3) <> '000' then 5 else 2 end)), '[]')
  from participation a
  join enterprise e on e.id = a.enterprise_id
  join participation b on b.event_id = a.event_id and b.state = 'confirmed'
  join department d on d.id = b.department_id
  join institution i on i.id = d.institution_id and left(i.region_code, 2) = left(e.region_code, 2)
  where a.event_id = $1::uuid and a.state = 'confirmed'`

const knownSql = `
  select coalesce(json_agg(json_build_object('id', m.id, 'enterprise', m.enterprise_id, 'department', m.department_id,
      'round', m.round_id, 'type', m.type, 'state', m.state, 'isPinned', m.is_pinned, 'leftOutCode', m.left_out_code,
      'leftOutReason', m.left_out_reason,
      'isPublished', exists (select 1 from meeting x where x.match_id = m.id and x.state <> 'cancelled'))), '[]')
  from match m where m.event_id = $1::uuid`

const factsSql = `
  select json_build_object('event', json_build_object('id', e.id, 'centerId', e.center_id, 'state', e.state),
    'parties', (${partiesSql}), 'rounds', (${roundsSql}), 'wishes', (${wishesSql}), 'items', (${itemsSql}),
    'regions', (${regionsSql}), 'known', (${knownSql}),
    'held', (${heldKindsSql}), 'listed', (${listedSql}), 'rules', (${rulesSql}))::text as json
  from event e where e.id = $1::uuid and e.center_id = scope_center()`
