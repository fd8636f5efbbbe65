import { UniqueConstraintViolationException } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { inTurns } from '../../platform/in-turns.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { readFor } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { Meeting, MeetingSeat } from './meeting.entity.ts'
import { freeSeat, orTaken, readSeating, seatTaken, whereabouts, type Reader, type Seating } from './seats.ts'
import { assertKey, momentOf } from './sent-later.ts'

export interface WalkIn {
  placeId: string
  slotId: string
  /** Null: whose booth it is. */
  enterpriseId: string | null
  departmentId: string | null
  visitorDepartment: string | null
  /** Made where it was typed. */
  entryKey: string
  /** How long ago they sat down, where it is sent later. */
  secondsAgo: number | null
}

/**
 * 현장 상담 — booked at a place that takes walk-ins. Sent twice, it is booked once; two at once for one seat: the
 * unique indexes let one of them in, and the other is told who it was.
 */
export async function bookWalkIn(ctx: Context, asked: WalkIn): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  assertKey(asked.entryKey)
  const read: Reader = (text, values) => readFor(ctx, text, values)
  const parties = [asked.enterpriseId, asked.departmentId].filter(id => id !== null)
  return orTaken(read, { ...asked, parties }, () =>
    inTurn(async () => {
      try {
        return await book(ctx, read, asked)
      } catch (error) {
        // The other of two that carry one key, or a neighbour in a place with several seats: look once more.
        if (!(error instanceof UniqueConstraintViolationException)) throw error
        return book(ctx, read, asked)
      }
    }),
  )
}

/** Fewer than the connections there are. */
const inTurn = inTurns(5)

/** What is free is looked up first, and outside of the transaction: whoever comes too late costs one statement. */
async function book(ctx: Context, read: Reader, asked: WalkIn): Promise<string> {
  const { placeId, slotId, departmentId } = asked
  const named = [asked.enterpriseId, departmentId].filter(id => id !== null)
  const seating = await readSeating(read, { placeId, slotId, parties: named })
  const { place, slot } = openPlace(ctx, seating, momentOf(ctx, asked))
  const enterpriseId = asked.enterpriseId ?? place.host
  if (enterpriseId === null)
    throw new Refusal(
      'BAD_USER_INPUT',
      `${place.name} is nobody’s booth: say which enterprise.`,
      'enterpriseId',
    )
  const visitorDepartment = visitorOf(asked)
  const parties = departmentId === null ? [enterpriseId] : [enterpriseId, departmentId]
  const seats = parties.map(id => seatOf(seating, id, slot.eventId, id === enterpriseId))
  const placeSeat = freeSeat(place.capacity, place.taken)
  if (placeSeat === null || seats.includes(null))
    return (await bookedBefore(read, asked.entryKey)) ?? refuse(seatTaken(seating))
  return write(ctx, read, {
    eventId: slot.eventId,
    roundId: slot.roundId,
    enterpriseId,
    departmentId,
    visitorDepartment,
    slotId,
    placeId,
    placeSeat,
    entryKey: asked.entryKey,
    seats: parties.map((participationId, index) => ({ participationId, seat: seats[index] ?? 0 })),
  })
}

interface Booking {
  eventId: string
  roundId: string
  enterpriseId: string
  departmentId: string | null
  visitorDepartment: string | null
  slotId: string
  placeId: string
  placeSeat: number
  entryKey: string
  seats: { participationId: string; seat: number }[]
}

const write = async (ctx: Context, read: Reader, { seats, ...booking }: Booking): Promise<string> =>
  (await bookedBefore(read, booking.entryKey)) ??
  inScope({ ...ctx, em: ctx.em.fork() }, async ctx => {
    const id = newId()
    const { centerId } = ctx.actor
    if (centerId === null) throw new Refusal('FORBIDDEN', 'You belong to no centre.')
    const made = { createdAt: ctx.now, updatedAt: ctx.now }
    ctx.em.create(Meeting, { id, centerId, origin: 'walk_in', state: 'planned', ...booking, ...made })
    // The database asks of a seat whose it is, so the meeting goes first.
    await ctx.em.flush()
    const { eventId: event, placeId: place, slotId: slot } = booking
    for (const seat of seats) ctx.em.create(MeetingSeat, { meetingId: id, slotId: slot, ...seat })
    record(ctx, 'meeting.walk_in_booked', { type: 'meeting', id }, { event, place, slot })
    return id
  })

const bookedBefore = (read: Reader, entryKey: string) =>
  read<string | null>('select to_json((select m.id from meeting m where m.entry_key = $1))::text as json', [
    entryKey,
  ])

function openPlace({ actor }: Context, seating: Seating, satDownAt: Date) {
  const { place, slot } = whereabouts(seating)
  // A public event of another centre can be read, and is not ours to book at.
  if (slot.centerId !== actor.centerId)
    throw new Refusal('NOT_FOUND', 'The event has no such slot.', 'slotId')
  if (slot.eventState !== 'confirmed')
    throw new Refusal('WRONG_STATE', `An event that is ${slot.eventState} takes no walk-ins.`, 'slotId')
  if (!place.takesWalkIns) throw new Refusal('BAD_USER_INPUT', `${place.name} takes no walk-ins.`, 'placeId')
  if (Date.parse(slot.endsAt) <= satDownAt.getTime())
    throw new Refusal('WRONG_STATE', 'The slot is over; choose a later one.', 'slotId')
  return { place, slot }
}

/** Null: all seats of the participant are taken in that slot. */
function seatOf({ parties }: Seating, id: string, eventId: string, isEnterprise: boolean): number | null {
  const party = parties.find(each => each.id === id)
  const side = isEnterprise ? 'enterprise' : 'department'
  if (party?.eventId !== eventId || party.side !== side || party.state !== 'confirmed')
    throw new Refusal('NOT_FOUND', `The event has no such ${side}.`, `${side}Id`)
  return freeSeat(party.seats, party.taken)
}

/** 부서만도 가능: whoever comes by need not be a participant, but says where from. */
function visitorOf({ departmentId, visitorDepartment }: WalkIn): string | null {
  if (departmentId !== null) return null
  if (visitorDepartment !== null) return lineOfText(visitorDepartment, 'visitorDepartment', 100)
  throw new Refusal('BAD_USER_INPUT', 'Say which department has come.', 'visitorDepartment')
}

function refuse(refusal: Refusal): never {
  throw refusal
}
