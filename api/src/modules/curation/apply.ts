import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import type { Event } from '../events/event.entity.ts'
import { Department } from '../institutions/institution.entity.ts'
import { isAvailabilityOnly, takesAvailability } from './availability.ts'
import { checkWords, writeWords, type ApplicationWords } from './application-words.ts'
import type { Seen } from './decide.ts'
import { holdEvent, holdParticipation } from './hold-curation.ts'
import { factsOf, move } from './move.ts'
import { requireCurrent } from './overtaken.ts'
import { Participation } from './participation.entity.ts'
import type { Side } from './participation.states.ts'
import { isDesk, requireStep } from './standing.ts'

/** Who is to take part. */
export interface Party {
  side: Side
  id: string
}

/** 참가 신청 — an enterprise by its own people, a department by its officers or by the centre; while the event is open. */
export async function applyToEvent(
  ctx: Context,
  eventId: string,
  party: Party,
  words: ApplicationWords,
): Promise<string> {
  requireRole(ctx, 'buyer', 'enterprise', 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const event = await holdEvent(ctx, eventId)
    await requireParty(ctx, event, party)
    requireOpen(ctx, event)
    await checkWords(ctx, eventId, words)
    const known = await ctx.em.findOne(Participation, { eventId, ...partyKey(party) })
    if (known) return applyAgain(ctx, known, words)
    const participation = ctx.em.create(Participation, {
      id: newId(),
      eventId,
      centerId: event.centerId,
      side: party.side,
      ...partyKey(party),
      origin: 'applied',
      state: 'applied',
      toldState: 'applied',
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    await writeWords(ctx, participation, words)
    record(
      ctx,
      'participation.applied',
      { type: 'participation', id: participation.id },
      { event: eventId, version: 1 },
    )
    return participation.id
  })
}

/**
 * 신청 수정 — by whoever applied while the event is open, and when they can meet until their timetable is out; by the
 * desk until it is held.
 */
export async function changeParticipation(
  ctx: Context,
  seen: Seen,
  words: ApplicationWords,
): Promise<string> {
  requireRole(ctx, 'buyer', 'enterprise', 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const { event, participation } = await holdParticipation(ctx, seen.id)
    await requireCurrent(ctx, participation, seen.expectedVersion)
    if (event.state === 'held' || event.state === 'cancelled')
      throw new Refusal('WRONG_STATE', `The event is ${event.state}.`, 'id')
    if (!isAvailabilityOnly(words) && !isDesk(ctx.actor)) requireOpen(ctx, event)
    await requireAvailability(ctx, participation.id)
    await checkWords(ctx, event.id, words)
    participation.updatedAt = ctx.now
    await writeWords(ctx, participation, words)
    const changes = Object.keys(words).map(field => ({ field }))
    record(
      ctx,
      'participation.changed',
      { type: 'participation', id: participation.id },
      { event: event.id, version: participation.version, changes },
    )
    return participation.id
  })
}

async function requireAvailability({ em }: Context, id: string): Promise<void> {
  const takes = await readInside<boolean>(
    em,
    `select ${takesAvailability('p')}::text as json from participation p where p.id = $1::uuid`,
    [id],
  )
  if (!takes)
    throw new Refusal(
      'WRONG_STATE',
      '상담 일정이 이미 정해졌거나 참여하지 않는 행사입니다. 바꾸려면 센터에 연락해 주세요.',
      'id',
    )
}

export const partyKey = ({ side, id }: Party) =>
  side === 'enterprise' ? { enterpriseId: id } : { departmentId: id }

/** Whoever took an application back, or was declined an invitation they did not answer, may apply once more. */
async function applyAgain(ctx: Context, known: Participation, words: ApplicationWords): Promise<string> {
  const facts = await factsOf(ctx, known.id)
  if (facts.told !== 'declined')
    throw new Refusal('CONFLICT', 'It takes part or has applied already.', 'eventId', undefined, {
      participation: known.id,
    })
  requireStep('apply', facts, ctx.actor, ctx.now)
  known.origin = 'applied'
  known.toldState = 'applied'
  Object.assign(known, {
    decidedAt: null,
    decidedById: null,
    letterSentAt: null,
    reasonCode: null,
    reason: null,
  })
  await writeWords(ctx, known, words)
  move(ctx, known, 'applied', 'participation.applied')
  return known.id
}

async function requireParty(ctx: Context, event: Event, { side, id }: Party): Promise<void> {
  const { actor, em } = ctx
  if (side === 'enterprise') {
    if (actor.enterpriseIds.includes(id)) return
    throw new Refusal('NOT_FOUND', 'There is no such enterprise of yours.', 'application.enterpriseId')
  }
  if (actor.departmentIds.includes(id)) return
  const isKept = isDesk(actor) && event.centerId === actor.centerId
  if (isKept && (await em.findOne(Department, { id, centerId: event.centerId }))) return
  throw new Refusal('NOT_FOUND', 'There is no such department of yours.', 'application.departmentId')
}

function requireOpen({ now, actor }: Context, { state, applyUntil }: Event): void {
  if (state !== 'open')
    throw new Refusal(
      'WRONG_STATE',
      `The event is ${state}; applications are taken while it is open.`,
      'eventId',
    )
  if (!isDesk(actor) && applyUntil != null && applyUntil.getTime() < now.getTime())
    throw new Refusal('WRONG_STATE', 'The last day for applications has passed.', 'eventId')
}
