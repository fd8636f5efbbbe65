import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { keepStep } from './keep-step.ts'
import { Meeting } from './meeting.entity.ts'
import { allowedMeetingActions, meetingSteps } from './meeting.states.ts'
import { Outcome, type OutcomeSide } from './outcome.entity.ts'
import type { OpenedPass } from './open-pass.ts'
import { checkedOutcome, type OutcomeValues, type StoredOutcome } from './outcome-values.ts'
import { assertKey, hasArrived } from './sent-later.ts'
import { changeState, dayOf } from './take-meeting-step.ts'

interface Entry {
  meetingId: string
  /** Made on the device, so that an entry that is sent twice is written once. */
  entryKey: string
  values: OutcomeValues
}

/**
 * 결과 적기 — by either side, or by the desk; each side has one outcome of a meeting, and writing again changes it.
 * `pass` is what somebody without a sign-in writes by; then `ctx` acts for its participant.
 */
export async function recordOutcome(ctx: Context, entry: Entry, pass: OpenedPass | null): Promise<string> {
  assertKey(entry.entryKey)
  return inScope(ctx, async ctx => {
    const meeting = await lockVisible(ctx, entry.meetingId)
    const side = await sideOf(ctx, meeting, pass)
    if (await hasArrived(ctx, meeting.id, entry.entryKey)) return meeting.id
    await assertOpen(ctx, meeting)
    const values = await checkedOutcome(ctx, entry.values)
    const outcome = await keep(ctx, { meeting, side, values, entryKey: entry.entryKey, pass })
    await ctx.em.flush()
    await keepStep(ctx, meeting, outcome)
    if (meetingSteps.report.from.some(from => from === meeting.state))
      await changeState(ctx, meeting, meetingSteps.report.to, 'meeting.held', { because: 'outcome' })
    return meeting.id
  })
}

/** One that belongs to somebody else looks like what never was; the database shows no other. */
const lockVisible = ({ em }: Context, id: string): Promise<Meeting> =>
  em.findOneOrFail(
    Meeting,
    { id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, failHandler: () => noSuchMeeting() },
  )

const noSuchMeeting = () => new Refusal('NOT_FOUND', 'There is no such meeting.', 'meetingId')

async function sideOf(ctx: Context, meeting: Meeting, pass: OpenedPass | null): Promise<OutcomeSide> {
  const { actor } = ctx
  if (pass === null && actor.centerId !== null && actor.centerId === meeting.centerId) return 'staff'
  const own = await ownSide(ctx, meeting)
  const isOfPass =
    pass === null || [meeting.enterpriseId, meeting.departmentId].includes(pass.participationId)
  if (own === null || !isOfPass || !(await isOnDayOf(ctx, meeting, pass))) throw noSuchMeeting()
  return own
}

const ownSide = ({ em }: Context, { enterpriseId, departmentId }: Meeting) =>
  readInside<'enterprise' | 'department' | null>(
    em,
    `select to_json((select case when $1::uuid in (select own_participations()) then 'enterprise'
       when $2::uuid in (select own_participations()) then 'department' end))::text as json`,
    [enterpriseId, departmentId ?? null],
  )

async function isOnDayOf({ em }: Context, { slotId }: Meeting, pass: OpenedPass | null): Promise<boolean> {
  if (pass === null || pass.dayId === null) return true
  return readInside<boolean>(
    em,
    'select to_json(exists (select 1 from event_slot s where s.id = $1 and s.day_id = $2))::text as json',
    [slotId ?? null, pass.dayId],
  )
}

async function assertOpen(ctx: Context, meeting: Meeting): Promise<void> {
  const { state, startedAt, updatedAt: changedAt } = meeting
  const standing = { state, hasStarted: startedAt != null, changedAt, onDate: await dayOf(ctx, meeting) }
  if (allowedMeetingActions(standing, ctx.now, ctx.today).includes('record')) return
  throw new Refusal(
    'WRONG_STATE',
    state === 'cancelled'
      ? 'The meeting was called off; tell the support centre if it took place.'
      : 'The meeting has not taken place yet.',
    'meetingId',
    undefined,
    { state },
  )
}

interface Keep {
  meeting: Meeting
  side: OutcomeSide
  values: StoredOutcome
  entryKey: string
  pass: OpenedPass | null
}

/** The outcome of that side and its ledger row; texts are named there and not repeated. */
async function keep(ctx: Context, { meeting, side, values, entryKey, pass }: Keep): Promise<Outcome> {
  const stored = await ctx.em.findOne(Outcome, { meetingId: meeting.id, side })
  const by = { entryKey, enteredById: ctx.actor.personId, passId: pass?.id ?? null, updatedAt: ctx.now }
  const changes = [
    { field: 'result', from: stored?.result ?? null, to: values.result },
    { field: 'won', from: stored?.won ?? null, to: values.won },
  ].filter(({ from, to }) => from !== to)
  const detail = { side, entryKey, pass: pass?.id ?? null, changes }
  const name = stored === null ? 'outcome.recorded' : 'outcome.changed'
  record(ctx, name, { type: 'meeting', id: meeting.id }, detail)
  if (stored !== null) return Object.assign(stored, values, by)
  const made = { id: newId(), meetingId: meeting.id, side, createdAt: ctx.now }
  return ctx.em.create(Outcome, { ...made, ...values, ...by })
}
