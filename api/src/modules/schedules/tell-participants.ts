import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { record } from '../audit/record.ts'
import type { Change } from './publication.ts'
import type { RoundPlan } from './round-plan.ts'
import type { TimetableRun } from './timetable-run.entity.ts'

/**
 * Leaves a ledger row for each participant whose schedule is new or has changed; the notices follow the ledger.
 * Whoever keeps every meeting as it was hears nothing.
 */
export async function tellParticipants(
  ctx: Context,
  run: TimetableRun,
  plan: RoundPlan,
  change: Change,
): Promise<void> {
  const concerned = new Set(
    [...change.added, ...change.moved.map(({ after }) => after), ...change.off].flatMap(
      ({ enterprise, department }) => (department === null ? [enterprise] : [enterprise, department]),
    ),
  )
  const told = new Set(
    await readInside<string[]>(
      ctx.em,
      `select coalesce(json_agg(distinct l.subject_id), '[]')::text as json from ledger l
       where l.name in ('schedule.published', 'schedule.changed') and l.subject_type = 'participation'
         and l.subject_id = any($1::uuid[]) and l.detail->>'round' = $2`,
      [[...concerned], run.roundId],
    ),
  )
  for (const id of concerned) {
    const mine = ({ enterprise, department }: { enterprise: string; department: string | null }) =>
      enterprise === id || department === id
    const lines = {
      before: [...change.moved.map(({ before }) => before), ...change.off].filter(mine).map(line(plan)),
      after: [...change.added, ...change.moved.map(({ after }) => after)].filter(mine).map(line(plan)),
    }
    const reason = run.progress?.because ?? null
    const name = told.has(id) ? 'schedule.changed' : 'schedule.published'
    record(ctx, name, { type: 'participation', id }, { round: run.roundId, run: run.id, ...lines }, reason)
  }
}

/** 2. 10. 09:30 T1 — when and where, without with whom: the mail may be read over a shoulder. */
const line =
  ({ round }: RoundPlan) =>
  ({ slot, place }: { slot: string; place: string | null }): string => {
    const at = round.slots.find(({ id }) => id === slot)
    const where = round.places.find(({ id }) => id === place)?.name ?? ''
    return `${at ? inSeoul.format(new Date(at.startsAt)) : ''} ${where}`.trim()
  }

const inSeoul = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Seoul',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
