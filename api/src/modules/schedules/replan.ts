import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { lockEvent } from '../matching/lock-event.ts'
import { inThreadUntil } from '../timetable/board/in-thread.ts'
import { shortageOf } from '../timetable/board/shortage.ts'
import { applyChanges, type Changes } from './apply-changes.ts'
import { cellsOf, writeCells, type Cell } from './keep-draft.ts'
import { measure } from './measure.ts'
import { pinsIn, readCells } from './read-pins.ts'
import { hashOf, questionOf, readRoundPlan, type Pin, type RoundPlan } from './round-plan.ts'
import { sayFix, sayShortage } from './say-shortage.ts'
import { lockRun, newRun, subject } from './start-run.ts'

/**
 * 다시 짜기 — a new draft in which everybody stays where they were but those who cannot: meetings that are off go,
 * new ones come in, and the fewest possible move. Returns the key of the draft.
 */
export function replanTimetable(ctx: Context, id: string, changes: Changes): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const base = await lockRun(ctx, id, 'replan')
    await lockEvent(ctx, base.eventId)
    const because = await applyChanges(ctx, base, changes)
    const plan = await readRoundPlan(ctx, base.roundId)
    const had = await readCells(ctx, id)
    const { cells, isProven, placeChanges } = await repaired(plan, had)
    const moved = movedBetween(had, cells)
    const { breaks, idle } = measure(plan, cells)
    const run = await newRun(ctx, plan, {
      budgetSeconds: 5,
      inputHash: hashOf(plan, pinsIn(had)),
      state: 'draft',
      kind: 'repair',
      basedOnId: id,
      status: 'feasible',
      breaks,
      bound: 0,
      idle,
      moved,
      reason: say(moved, cells.length, isProven),
      progress: { placeChanges, because },
      endedAt: ctx.now,
    })
    await ctx.em.flush()
    await writeCells(ctx, run.id, cells)
    record(ctx, 'timetable.repaired', subject(run.id), { basedOn: id, moved, of: cells.length }, because)
    return run.id
  })
}

/** Somebody waits for the answer at the screen. */
const mostSeconds = 20

async function repaired(plan: RoundPlan, had: readonly Cell[]) {
  const question = questionOf(plan, pinsIn(had))
  const slot = new Map(plan.round.slots.map(({ id }, number) => [id, number]))
  const before = new Map(had.map(({ match, slot, place }): [string, Pin] => [match, { slot, place }]))
  const { board, pairings } = question
  const enough = AbortSignal.timeout(mostSeconds * 1000)
  const repair = await inThreadUntil(enough, 'repair', {
    board,
    pairings,
    had: plan.matches.map(({ id }) => slot.get(before.get(id)?.slot ?? '') ?? null),
  })
  if (repair === null || repair === 'unsettled')
    throw new Refusal(
      'WRONG_STATE',
      `${mostSeconds}초 안에 다시 짜지 못했습니다. 바뀐 사정을 나누어 반영하거나 처음부터 다시 짜 주세요.`,
      'because',
    )
  const placed = repair !== 'impossible' && cellsOf(plan, repair.slots, pinsIn(had), before)
  if (placed) return { ...placed, isProven: repair.isProven }
  const explained = await inThreadUntil(enough, 'explain', { board, pairings })
  const { shortage, fixes } = explained ?? { shortage: shortageOf(board, pairings), fixes: [] }
  const said = fixes.map(fix => sayFix(plan, fix).label)
  const help = said.length > 0 ? ` 도움이 되는 것: ${said.join(' / ')}` : ''
  throw new Refusal('WRONG_STATE', `${sayShortage(plan, question, shortage)}${help}`, 'because')
}

/** Meetings that are in both, at another time or place. */
export function movedBetween(before: readonly Cell[], after: readonly Cell[]): number {
  const had = new Map(before.map(cell => [cell.match, cell]))
  return after.filter(({ match, slot, place }) => {
    const old = had.get(match)
    return old !== undefined && (old.slot !== slot || old.place !== place)
  }).length
}

function say(moved: number, meetings: number, isProven: boolean): string {
  const proof = isProven
    ? '시간을 더 적게 옮길 수 없음이 증명되었습니다.'
    : '더 적게 옮길 수 있는지는 증명하지 못했습니다.'
  return `옮긴 상담 ${moved}건, 그대로 ${meetings - moved}건. ${proof}`
}
