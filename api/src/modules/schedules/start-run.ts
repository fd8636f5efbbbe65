import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { personOf, requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { lockEvent } from '../matching/lock-event.ts'
import { currentPins } from './read-pins.ts'
import { hashOf, readRoundPlan, type RoundPlan } from './round-plan.ts'
import { TimetableRun } from './timetable-run.entity.ts'
import { timetableSteps, type TimetableStep } from './timetable.states.ts'

const mostSeconds = 300

/** 시간표 짜기 — asks for a timetable of all chosen meetings; who watches follows the run. Returns its key. */
export function runTimetable(ctx: Context, roundId: string, seconds: number): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  if (seconds < 1 || seconds > mostSeconds)
    throw new Refusal('BAD_USER_INPUT', `\`seconds\` is 1 to ${mostSeconds}.`, 'seconds')
  return inScope(ctx, async ctx => {
    const plan = await readRoundPlan(ctx, roundId)
    await lockEvent(ctx, plan.event.id)
    const running = await ctx.em.count(TimetableRun, { roundId, state: 'solving' })
    if (running > 0)
      throw new Refusal(
        'WRONG_STATE',
        '이 회차의 시간표를 이미 짜고 있습니다. 멈추거나 끝나기를 기다려 주세요.',
        'round',
      )
    if (plan.matches.length === 0)
      throw new Refusal(
        'WRONG_STATE',
        '이 회차에 고른 상담이 없습니다. 매칭을 먼저 제안하거나 더해 주세요.',
        'round',
      )
    const pins = await currentPins(ctx, roundId)
    const run = await newRun(ctx, plan, { budgetSeconds: seconds, inputHash: hashOf(plan, pins) })
    record(ctx, 'timetable.started', subject(run.id), { round: roundId, seconds })
    return run.id
  })
}

export const subject = (id: string) => ({ type: 'timetable_run', id })

/** The next version of a round's timetable, as it is asked for. */
export async function newRun(
  ctx: Context,
  { event, round }: RoundPlan,
  given: Pick<TimetableRun, 'budgetSeconds' | 'inputHash'> & Partial<TimetableRun>,
): Promise<TimetableRun> {
  const number = await readInside<number>(
    ctx.em,
    `select (coalesce(max(number), 0) + 1)::text as json from timetable_run where round_id = $1::uuid`,
    [round.id],
  )
  return ctx.em.create(TimetableRun, {
    id: newId(),
    eventId: event.id,
    roundId: round.id,
    centerId: event.centerId,
    number,
    state: 'solving',
    kind: 'fresh',
    basedOnId: null,
    status: null,
    breaks: null,
    bound: null,
    idle: null,
    moved: null,
    seconds: null,
    reason: null,
    progress: null,
    requestedById: personOf(ctx),
    createdAt: ctx.now,
    endedAt: null,
    publishedAt: null,
    ...given,
  })
}

/** A run of the centre, held, in a state in which the step can be taken. */
export async function lockRun(ctx: Context, id: string, step: TimetableStep): Promise<TimetableRun> {
  const run = await ctx.em.findOneOrFail(
    TimetableRun,
    { id, centerId: ctx.actor.centerId ?? '' },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such timetable.', 'id'),
    },
  )
  if (!timetableSteps[step].some(state => state === run.state))
    throw new Refusal('WRONG_STATE', `A timetable that is ${run.state} has no step "${step}".`, 'id')
  return run
}
