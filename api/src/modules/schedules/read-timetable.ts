import type { Context } from '../../platform/context.ts'
import { globalId } from '../../platform/global-id.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { diffOf, type Named, type PairNames } from './diff.ts'
import { readCells } from './read-pins.ts'
import { readRoundPlan, withoutWalkIns, type RoundPlan } from './round-plan.ts'
import { stepsOf } from './timetable.states.ts'
import { TimetableRun } from './timetable-run.entity.ts'
import { venueOf, type Cell } from './keep-draft.ts'
import { waitingByParty } from './waiting.ts'
import { walksIn } from './walks.ts'

/** One version of a round's timetable, with all that its screen shows; null when there is none. */
export function readTimetable(ctx: Context, id: string): Promise<object | null> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const run = await ctx.em.findOne(TimetableRun, { id, centerId: ctx.actor.centerId ?? '' })
    if (run === null) return null
    const plan = await readRoundPlan(ctx, run.roundId)
    const cells = await readCells(ctx, id)
    const against = run.basedOnId ?? (await publishedBefore(ctx, run))
    const before = against === null ? null : await readCells(ctx, against)
    const names = await readPairs(ctx, [...cells, ...(before ?? [])])
    const named = { plan, names }
    return {
      ...head(run, plan),
      slots: plan.round.slots.map(({ id, ...slot }) => ({ id: globalId('slot', id), ...slot })),
      places: withoutWalkIns(plan).places.map(({ id, ...place }) => ({
        id: globalId('place', id),
        ...place,
      })),
      cells: cells.flatMap(cell => cellOf(named, cell)),
      parties: partiesOf(plan, cells, names),
      travelMinutes: plan.round.travelMinutes,
      walks: walksOf(plan, cells, names),
      diff: before === null ? null : diffOf(before, cells, names, plan),
    }
  })
}

/** The rounds of an event with every version of their timetables, the newest first. */
export function readTimetables(ctx: Context, event: string): Promise<object[]> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const rounds = await readInside<{ id: string; title: string; number: number; chosen: number }[]>(
      ctx.em,
      `select coalesce(json_agg(json_build_object('id', r.id, 'title', r.title, 'number', r.number,
         'chosen', (select count(*) from match m where m.round_id = r.id and m.state = 'chosen')) order by r.number), '[]')::text as json
       from event_round r join event e on e.id = r.event_id where e.id = $1::uuid and e.center_id = scope_center()`,
      [event],
    )
    const runs = await ctx.em.find(TimetableRun, { eventId: event }, { orderBy: { number: 'desc' } })
    return rounds.map(({ id, ...round }) => ({
      id: globalId('round', id),
      ...round,
      runs: runs
        .filter(run => run.roundId === id && run.state !== 'discarded')
        .map(run => ({ ...run, id: globalId('run', run.id) })),
    }))
  })
}

function head(run: TimetableRun, { round }: RoundPlan) {
  const { bound, breaks, status, state } = run
  return {
    id: globalId('run', run.id),
    eventId: globalId('event', run.eventId),
    roundId: globalId('round', run.roundId),
    roundTitle: round.title,
    number: run.number,
    state,
    kind: run.kind,
    budgetSeconds: run.budgetSeconds,
    seconds: run.seconds,
    proof: status === null ? null : { kind: status, value: breaks, bound },
    idle: run.idle,
    reason: run.reason,
    because: run.progress?.because ?? null,
    fixes: run.progress?.fixes ?? [],
    placeChanges: run.progress?.placeChanges ?? null,
    progress:
      state === 'solving'
        ? {
            seconds: run.progress?.seconds ?? 0,
            breaks: run.progress?.breaks ?? null,
            bound: run.progress?.bound ?? 0,
            isStopping: run.progress?.isStopping ?? false,
          }
        : null,
    steps: stepsOf(state),
    publishedAt: run.publishedAt,
  }
}

const publishedBefore = ({ em }: Context, { roundId, id }: TimetableRun) =>
  readInside<string | null>(
    em,
    `select to_json(r.id)::text as json from timetable_run r
     where r.round_id = $1::uuid and r.state = 'published' and r.id <> $2::uuid`,
    [roundId, id],
  )

/** Who meets, also of matches that are off by now. */
async function readPairs({ em }: Context, cells: readonly Cell[]): Promise<PairNames> {
  const rows = await readInside<{ id: string; type: string; enterprise: Named; department: Named }[]>(
    em,
    `select coalesce(json_agg(json_build_object('id', m.id, 'type', m.type,
       'enterprise', json_build_object('id', a.id, 'name', e.name),
       'department', json_build_object('id', b.id, 'name', i.name || ' ' || d.name))), '[]')::text as json
     from match m join participation a on a.id = m.enterprise_id join enterprise e on e.id = a.enterprise_id
     join participation b on b.id = m.department_id join department d on d.id = b.department_id
     join institution i on i.id = d.institution_id where m.id = any($1::uuid[])`,
    [[...new Set(cells.map(({ match }) => match))]],
  )
  return new Map(rows.map(({ id, ...pair }) => [id, pair]))
}

function cellOf(
  { plan, names }: { plan: RoundPlan; names: PairNames },
  { match, slot, place, isPinned }: Cell,
) {
  const pair = names.get(match)
  if (pair === undefined) return []
  return {
    matchId: globalId('match', match),
    slotId: globalId('slot', slot),
    placeId: globalId('place', place),
    isPinned,
    isBegun: plan.begun.some(begun => begun.match === match),
    type: pair.type,
    enterpriseId: globalId('participation', pair.enterprise.id),
    enterpriseName: pair.enterprise.name,
    departmentId: globalId('participation', pair.department.id),
    departmentName: pair.department.name,
  }
}

/** Told of the cells as they are, so that what somebody has moved by hand counts as well. */
function walksOf(plan: RoundPlan, cells: readonly Cell[], names: PairNames) {
  const { round, parties } = plan
  const numbers = (rows: readonly { id: string }[]) => new Map(rows.map(({ id }, number) => [id, number]))
  const [slot, place, party] = [numbers(round.slots), numbers(round.places), numbers(parties)]
  const stays = cells.flatMap(cell => {
    const pair = names.get(cell.match)
    const at = { slot: slot.get(cell.slot), place: place.get(cell.place) }
    return [pair?.enterprise.id, pair?.department.id].flatMap((id = '') => {
      const number = party.get(id)
      if (number === undefined || at.slot === undefined || at.place === undefined) return []
      return [{ party: number, slot: at.slot, place: at.place }]
    })
  })
  return walksIn(venueOf(plan), stays).map(({ party, from, to, pauseMinutes }) => ({
    partyId: globalId('participation', parties[party]?.id ?? ''),
    name: parties[party]?.name ?? '',
    fromSlotId: globalId('slot', round.slots[from.slot]?.id ?? ''),
    toSlotId: globalId('slot', round.slots[to.slot]?.id ?? ''),
    fromPlaceId: globalId('place', round.places[from.place]?.id ?? ''),
    toPlaceId: globalId('place', round.places[to.place]?.id ?? ''),
    pauseMinutes,
  }))
}

function partiesOf({ round, parties }: RoundPlan, cells: readonly Cell[], names: PairNames) {
  const slot = new Map(round.slots.map(({ id }, number) => [id, number]))
  const meetings = cells.flatMap(cell => {
    const pair = names.get(cell.match)
    const number = slot.get(cell.slot)
    return pair && number !== undefined
      ? [{ parties: [pair.enterprise.id, pair.department.id], slot: number }]
      : []
  })
  const waiting = waitingByParty(meetings, number => round.slots[number]?.day ?? '')
  return parties.flatMap(({ id, name, side, away }) => {
    const mine = waiting.get(id)
    if (mine === undefined) return []
    return [
      {
        id: globalId('participation', id),
        name,
        side: side.toUpperCase(),
        away: away.map(slot => globalId('slot', slot)),
        ...mine,
      },
    ]
  })
}
