import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import type { MatchType } from '../matching/match.entity.ts'

export interface Buyer {
  /** What the list calls the officer; null: on no list. */
  number: string | null
  participation: string
  institution: string
  department: string
  name: string
  items: string | null
  /** Null: on every day. */
  onDay: Day | null
  wished: string[]
}

export interface Company {
  number: string | null
  participation: string
  name: string
  /** As lists name it, to be found by its wishes. */
  knownAs: string | null
  items: string | null
  wished: string[]
}

export interface Pair {
  enterprise: string
  department: string
  type: MatchType
}

/** All that the workbook of a timetable says. */
export interface ResultFacts {
  title: string
  round: string
  slots: { id: string; day: Day }[]
  buyers: Buyer[]
  companies: Company[]
  meetings: (Pair & { slot: string })[]
  /** Every pair of the event, and why it does not meet, if so. */
  pairs: (Pair & { reason: string | null })[]
}

/** 배정 결과 — who meets whom and when, officers by name: whoever takes it is on record. */
export function takeResult(ctx: Context, runId: string): Promise<ResultFacts> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const found = await readInside<(ResultFacts & { event: string }) | null>(ctx.em, resultSql, [runId])
    if (found === null) throw new Refusal('NOT_FOUND', 'There is no such timetable.', 'id')
    const { event, ...facts } = found
    record(
      ctx,
      'timetable.result_taken',
      { type: 'event', id: event },
      { run: runId, meetings: facts.meetings.length },
    )
    return facts
  })
}

const wishedSql = (
  row: string,
) => `(select coalesce(json_agg(w.wished order by w.wished), '[]') from listed_wish w
  where (w.event_id, w.side, w.number) = (${row}.event_id, ${row}.side, ${row}.number))`

/** Officers on the list; of a department that is on none, whoever comes for it, and itself where nobody is named. */
const buyersSql = `
  select coalesce(json_agg(b order by b.institution, b.department, b.position, b.name), '[]') from (
    select l.number, p.id as participation, i.name as institution, d.name as department, coalesce(o.name, '') as name,
      l.items, l.on_date as "onDay", coalesce(l.position, 0) as position,
      case when l.number is null then '[]' else ${wishedSql('l')} end as wished
    from participation p join department d on d.id = p.department_id join institution i on i.id = d.institution_id
    left join listed_participant l on l.participation_id = p.id
    left join participation_officer po on po.participation_id = p.id and l.number is null
    left join officer o on o.id = coalesce(l.officer_id, po.officer_id)
    where p.event_id = r.event_id and p.state = 'confirmed') b`

const companiesSql = `
  select coalesce(json_agg(c order by c.position, c.name), '[]') from (
    select l.number, p.id as participation, e.name, l.known_as as "knownAs",
      coalesce(l.items, (select string_agg(n.name, ', ' order by n.name) from (
        select name from product s where s.enterprise_id = e.id and s.state = 'on_sale' order by name limit 5) n)) as items,
      coalesce(l.position, 100000) as position, case when l.number is null then '[]' else ${wishedSql('l')} end as wished
    from participation p join enterprise e on e.id = p.enterprise_id
    left join listed_participant l on l.participation_id = p.id
    where p.event_id = r.event_id and p.state = 'confirmed') c`

const resultSql = `
  select json_build_object('event', r.event_id, 'title', ev.title, 'round', er.title,
    'slots', (select coalesce(json_agg(json_build_object('id', s.id, 'day', d.on_date) order by s.starts_at), '[]')
      from event_slot s join event_day d on d.id = s.day_id where d.round_id = r.round_id),
    'buyers', (${buyersSql}), 'companies', (${companiesSql}),
    'meetings', (select coalesce(json_agg(json_build_object('slot', t.slot_id, 'enterprise', m.enterprise_id,
        'department', m.department_id, 'type', m.type)), '[]')
      from timetable_place t join match m on m.id = t.match_id where t.run_id = r.id),
    'pairs', (select coalesce(json_agg(json_build_object('enterprise', m.enterprise_id, 'department', m.department_id,
        'type', m.type, 'reason', m.left_out_reason)), '[]') from match m where m.event_id = r.event_id)
  )::text as json
  from timetable_run r join event ev on ev.id = r.event_id join event_round er on er.id = r.round_id
  where r.id = $1::uuid and r.center_id = scope_center()`
