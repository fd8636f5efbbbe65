import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { lockEvent } from '../matching/lock-event.ts'
import { freeSeats, type Seated } from './free-seats.ts'
import { readCells } from './read-pins.ts'
import { readRoundPlan, type RoundPlan } from './round-plan.ts'
import { lockRun, subject } from './start-run.ts'
import { tellParticipants } from './tell-participants.ts'
import type { Change, NewMeeting, StandingMeeting } from './publication.ts'
import { TimetableRun } from './timetable-run.entity.ts'

/**
 * 게시 — the draft becomes the meetings of the round, all at once. A meeting that stays where it was keeps its id,
 * its state and its row; only those whose meetings are new, moved or off are told.
 */
export function publishTimetable(ctx: Context, id: string): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const run = await lockRun(ctx, id, 'publish')
    await lockEvent(ctx, run.eventId)
    const plan = await readRoundPlan(ctx, run.roundId)
    const cells = (await readCells(ctx, id)).filter(({ match }) => plan.matches.some(one => one.id === match))
    if (cells.length < plan.matches.length)
      throw new Refusal(
        'WRONG_STATE',
        `고른 상담 ${plan.matches.length}건 가운데 ${plan.matches.length - cells.length}건이 이 시간표에 없습니다. 다시 짜 주세요.`,
        'id',
      )
    const standing = await readStanding(ctx, run.roundId)
    const change = changeOf(plan, cells, standing)
    await supersede(ctx, run)
    await write(ctx, run, plan, change, standing)
    record(ctx, 'timetable.published', subject(id), { from: 'draft', to: 'published', ...countsOf(change) })
    await tellParticipants(ctx, run, plan, change)
    Object.assign(run, { state: 'published', publishedAt: ctx.now })
  })
}

const countsOf = ({ added, moved, off, same }: Change) => ({
  added: added.length,
  moved: moved.length,
  off: off.length,
  same: same.length,
})

function changeOf(
  { matches }: RoundPlan,
  cells: readonly Omit<NewMeeting, 'enterprise' | 'department'>[],
  standing: readonly StandingMeeting[],
): Change {
  const change: Change = { added: [], moved: [], off: [], same: [] }
  const ofMatch = new Map(
    standing.flatMap(meeting => (meeting.match === null ? [] : [[meeting.match, meeting]])),
  )
  for (const { match, slot, place } of cells) {
    const pair = matches.find(({ id }) => id === match)
    if (pair === undefined) continue
    const after = { match, slot, place, enterprise: pair.enterprise, department: pair.department }
    const before = ofMatch.get(match)
    if (before === undefined) change.added.push(after)
    else if (before.slot === slot && before.place === place) change.same.push(before)
    else if (before.state === 'planned') change.moved.push({ before, after })
    else change.same.push(before)
  }
  const kept = new Set(cells.map(({ match }) => match))
  change.off = standing.filter(
    ({ match, state }) => match !== null && !kept.has(match) && state === 'planned',
  )
  return change
}

const readStanding = ({ em }: Context, round: string): Promise<StandingMeeting[]> =>
  readInside(
    em,
    `select coalesce(json_agg(json_build_object('id', m.id, 'match', m.match_id, 'slot', m.slot_id, 'place', m.place_id,
       'seat', m.place_seat, 'state', m.state, 'enterprise', m.enterprise_id, 'department', m.department_id)), '[]')::text as json
     from meeting m where m.round_id = $1::uuid and m.state <> 'cancelled' and m.slot_id is not null`,
    [round],
  )

async function supersede({ em }: Context, { roundId }: TimetableRun): Promise<void> {
  await em.nativeUpdate(TimetableRun, { roundId, state: 'published' }, { state: 'superseded' })
}

async function write(
  ctx: Context,
  run: TimetableRun,
  plan: RoundPlan,
  { added, moved, off, same }: Change,
  standing: readonly StandingMeeting[],
): Promise<void> {
  const leaving = [...off, ...moved.map(({ before }) => before)]
  const ids = (meetings: readonly { id: string }[]) => `{${meetings.map(({ id }) => id).join(',')}}`
  await ctx.em.execute('delete from meeting_seat where meeting_id = any(?::uuid[])', [ids(leaving)])
  // Out of their seats first, so that two can change places.
  await ctx.em.execute('update meeting set slot_id = null, place_id = null where id = any(?::uuid[])', [
    ids(leaving),
  ])
  await ctx.em.execute(
    `update meeting set state = 'cancelled', reason = '시간표에서 빠짐', version = version + 1, updated_at = ? where id = any(?::uuid[])`,
    [ctx.now, ids(off)],
  )
  await ctx.em.execute('update meeting set run_id = ? where id = any(?::uuid[])', [run.id, ids(same)])
  const staying = standing.filter(meeting => !leaving.includes(meeting))
  const coming = [
    ...moved.map(({ before, after }) => ({ ...after, id: before.id })),
    ...added.map(after => ({ ...after, id: newId() })),
  ]
  const seated = freeSeats(plan, staying, coming)
  await writeMeetings(ctx, run, seated)
}

async function writeMeetings(ctx: Context, run: TimetableRun, seated: readonly Seated[]): Promise<void> {
  const rows = seated.map(({ id, match, slot, place, placeSeat, enterprise, department }) => ({
    id,
    event_id: run.eventId,
    round_id: run.roundId,
    center_id: run.centerId,
    match_id: match,
    run_id: run.id,
    origin: 'timetable',
    enterprise_id: enterprise,
    department_id: department,
    slot_id: slot,
    place_id: place,
    place_seat: placeSeat,
    state: 'planned',
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
  }))
  await insertRows(ctx.em, 'meeting', rows, {
    onConflict: `on conflict (id) do update set slot_id = excluded.slot_id, place_id = excluded.place_id,
      place_seat = excluded.place_seat, run_id = excluded.run_id, version = meeting.version + 1, updated_at = excluded.updated_at`,
  })
  const seats = seated.flatMap(({ id, slot, seats }) =>
    seats.map(({ participation, seat }) => ({
      meeting_id: id,
      participation_id: participation,
      slot_id: slot,
      seat,
    })),
  )
  await insertRows(ctx.em, 'meeting_seat', seats)
}
