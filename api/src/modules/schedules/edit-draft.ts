import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { writeCells, type Cell } from './keep-draft.ts'
import { measure } from './measure.ts'
import { readCells } from './read-pins.ts'
import { readRoundPlan, withoutWalkIns, type RoundPlan } from './round-plan.ts'
import { lockRun, subject } from './start-run.ts'

/** 옮기기 — one meeting of a draft to another time or place; it stays there when the rest is made anew. */
export function moveInTimetable(
  ctx: Context,
  id: string,
  match: string,
  slot: string,
  place: string,
): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const run = await lockRun(ctx, id, 'edit')
    const plan = await readRoundPlan(ctx, run.roundId)
    const cells = await readCells(ctx, id)
    const from = cellOf(cells, match)
    const because = whyNot(plan, cells, match, slot, place)
    if (because !== null) throw new Refusal('WRONG_STATE', because, 'slot')
    const moved = cells.map(cell => (cell.match === match ? { match, slot, place, isPinned: true } : cell))
    await writeCells(ctx, id, moved)
    const { breaks, idle } = measure(plan, moved)
    // A proof was of the timetable as it was found; a bound holds whatever it is.
    Object.assign(run, { breaks, idle, status: breaks <= (run.bound ?? 0) ? run.status : 'feasible' })
    record(ctx, 'timetable.moved', subject(id), { match, from: [from.slot, from.place], to: [slot, place] })
  })
}

/** 고정 — a meeting keeps its time and place when the rest is made anew. */
export function pinInTimetable(ctx: Context, id: string, match: string, isPinned: boolean): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    await lockRun(ctx, id, 'edit')
    cellOf(await readCells(ctx, id), match)
    await ctx.em.execute('update timetable_place set is_pinned = ? where run_id = ? and match_id = ?', [
      isPinned,
      id,
      match,
    ])
    record(ctx, isPinned ? 'timetable.pinned' : 'timetable.unpinned', subject(id), { match })
  })
}

/** Where a meeting could go: every open cell of the round, and of the others why not. */
export function movesFor(ctx: Context, id: string, match: string) {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const round = await readInside<string | null>(
      ctx.em,
      `select to_json(r.round_id)::text as json from timetable_run r where r.id = $1::uuid and r.center_id = scope_center()`,
      [id],
    )
    if (round === null) return []
    const plan = await readRoundPlan(ctx, round)
    const cells = await readCells(ctx, id)
    if (!cells.some(cell => cell.match === match)) return []
    return plan.round.slots.flatMap(slot =>
      plan.round.places.map(place => ({
        slot: slot.id,
        place: place.id,
        because: whyNot(plan, cells, match, slot.id, place.id),
      })),
    )
  })
}

function cellOf(cells: readonly Cell[], match: string): Cell {
  const found = cells.find(cell => cell.match === match)
  if (found) return found
  throw new Refusal('NOT_FOUND', 'There is no such meeting in this timetable.', 'match')
}

/** Null: nothing speaks against it. */
function whyNot(
  plan: RoundPlan,
  cells: readonly Cell[],
  match: string,
  slot: string,
  place: string,
): string | null {
  if (plan.begun.some(begun => begun.match === match)) return '이미 시작한 상담은 옮길 수 없습니다.'
  const number = plan.round.slots.findIndex(({ id }) => id === slot)
  const where = withoutWalkIns(plan).places.find(({ id }) => id === place)
  if (number === -1 || where === undefined) return '이 회차의 시간이나 자리가 아닙니다.'
  const others = cells.filter(cell => cell.match !== match && cell.slot === slot)
  const capacity = where.capacity[number] ?? 0
  if (capacity === 0) return `${where.name}: 이 시간에는 쓸 수 없는 자리입니다.`
  if (others.filter(cell => cell.place === place).length >= capacity)
    return `${where.name}: 이 시간에 이미 찼습니다.`
  const pairOf = (id: string) => plan.matches.find(one => one.id === id)
  const pair = pairOf(match)
  for (const party of plan.parties.filter(({ id }) => id === pair?.enterprise || id === pair?.department)) {
    if (party.away.includes(slot)) return `${party.name}: 이 시간에 없습니다.`
    const held = others.filter(cell => {
      const other = pairOf(cell.match)
      return other?.enterprise === party.id || other?.department === party.id
    }).length
    if (held >= party.seats) return `${party.name}: 이 시간에 다른 상담이 있습니다.`
  }
  return null
}
