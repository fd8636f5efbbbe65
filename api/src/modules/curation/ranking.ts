import type { Context } from '../../platform/context.ts'
import { readFor } from '../../platform/read/read.ts'
import { isDesk } from './standing.ts'
import { partyName, type ParticipationFilter, type ParticipationSort } from './narrow.ts'
import { rankSql } from './rank-sql.ts'
import { partsOf, type Ranked, type RankedRow } from './ranked.ts'

const orders: Record<ParticipationSort, string> = {
  rank: 'r.rank',
  name: 'x.name, r.rank',
  newest: 'r.created_at desc, r.rank',
  decided: 'x.decided_at desc nulls last, r.rank',
}

/** The participations of an event that a filter leaves, ranked among all of their side; for the desk of its centre only. */
export async function readRanking(
  ctx: Context,
  eventId: string,
  filter: ParticipationFilter,
  sort: ParticipationSort,
): Promise<Ranked[]> {
  if (!isDesk(ctx.actor)) return []
  const rows = await readFor<RankedRow[]>(
    ctx,
    `${rankSql}
     select coalesce(json_agg(row_to_json(r) order by ${orders[sort]}), '[]')::text as json
     from r join (select p.id, p.center_id, p.decided_at, ${partyName('p')} as name from p) x on x.id = r.id
     where x.center_id = scope_center() and ($4::text[] is null or r.state = any($4::text[]))
       and ($5::text is null or position(lower($5) in lower(x.name)) > 0)
       and ($6::text is null or $6 = any(r.quotas))`,
    [
      eventId,
      filter.side ?? 'enterprise',
      ctx.today,
      filter.states ?? null,
      filter.query?.trim() ?? null,
      filter.quota ?? null,
    ],
  )
  return rows.map(row => ({ ...row, parts: partsOf(row) }))
}
