import type { Context } from '../../platform/context.ts'
import { readFor } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import type { OutcomeResult } from './outcome.entity.ts'

export interface OutcomeSums {
  held: number
  withOutcome: number
  differing: number
  byResult: { result: OutcomeResult; meetings: number }[]
  consultedWon: number
  /** Meetings of which an amount is known: what the sum is a sum of. */
  consultedMeetings: number
}

/**
 * 상담 결과 집계 — of one event. Where both sides have written, one value counts for each meeting: what the centre says,
 * else the department, which buys, else the enterprise.
 */
export function sumOutcomes(ctx: Context, eventId: string): Promise<OutcomeSums> {
  requireRole(ctx, 'staff', 'lead')
  return readFor<OutcomeSums>(ctx, sumsSql, [eventId, ctx.actor.centerId])
}

const sumsSql = `
  with said as (
    select m.id, m.state, o.side, o.result, o.won, array_position(array['staff', 'department', 'enterprise'], o.side) as rank
    from meeting m left join outcome o on o.meeting_id = m.id
    where m.event_id = $1 and m.center_id = $2 and m.state <> 'cancelled'
  ), counted as (
    select s.id, min(s.state) as state, count(s.side) > 0 as has_outcome,
      (array_agg(s.result order by s.rank) filter (where s.side is not null))[1] as result,
      (array_agg(s.won order by s.rank) filter (where s.won is not null))[1] as won,
      count(distinct (s.result, s.won)) filter (where s.side <> 'staff') > 1 as differs
    from said s group by s.id
  )
  select json_build_object(
    'held', (select count(*) from counted where state = 'held'),
    'withOutcome', (select count(*) from counted where has_outcome),
    'differing', (select count(*) from counted where differs),
    'byResult', (select coalesce(json_agg(json_build_object('result', b.result, 'meetings', b.n) order by b.n desc, b.result), '[]')
      from (select result, count(*) as n from counted where has_outcome group by result) b),
    'consultedWon', (select coalesce(sum(won), 0) from counted),
    'consultedMeetings', (select count(won) from counted))::text as json`
