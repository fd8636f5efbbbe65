import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { readFor } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { record } from '../audit/record.ts'
import { MeetingSeat, type Meeting } from './meeting.entity.ts'
import { stateBefore } from './meeting.states.ts'
import { freeSeat, orTaken, readSeating, seatTaken, whereabouts, type Reader } from './seats.ts'
import { changeState, dayOf, takeMeetingStep, type Change, type Seen } from './take-meeting-step.ts'

interface Seat {
  slotId: string
  placeId: string
}

/** 옮기기 — to a slot and a place that are free for both sides. */
export const moveMeeting = (ctx: Context, seen: Seen, to: Seat) =>
  takeMeetingStep(ctx, 'move', seen, async (inside, meeting) => {
    const changes: Change[] = [
      { field: 'slot', from: meeting.slotId ?? null, to: to.slotId },
      { field: 'place', from: meeting.placeId ?? null, to: to.placeId },
    ]
    meeting.state = 'planned'
    meeting.noShowSide = null
    meeting.reason = null
    meeting.updatedAt = ctx.now
    record(inside, 'meeting.moved', { type: 'meeting', id: meeting.id }, { changes })
    await sit(ctx, inside, meeting, to)
  })

/** 되돌리기 — as if the last step had not been taken; a seat that was given away meanwhile stays given. */
export const undoMeetingStep = (ctx: Context, seen: Seen) =>
  takeMeetingStep(ctx, 'undo', seen, async (inside, meeting) => {
    const { state, startedAt, updatedAt: changedAt, slotId, placeId } = meeting
    const onDate = await dayOf(inside, meeting)
    const to = stateBefore({ state, hasStarted: startedAt != null, changedAt, onDate }, ctx.now)
    if (to === null) throw new Refusal('WRONG_STATE', 'There is nothing to take back.', 'id')
    if (state === 'started') meeting.startedAt = null
    meeting.endedAt = null
    meeting.noShowSide = null
    meeting.reason = null
    await changeState(inside, meeting, to, 'meeting.step_undone')
    if ((state === 'cancelled' || state === 'no_show') && slotId != null && placeId != null)
      await sit(ctx, inside, meeting, { slotId, placeId })
  })

/** Gives a meeting its seats in a slot and a place, or refuses and says who has them. */
async function sit(outside: Context, { em }: Context, meeting: Meeting, { slotId, placeId }: Seat) {
  const parties = [meeting.enterpriseId, ...(meeting.departmentId == null ? [] : [meeting.departmentId])]
  const wanted = { slotId, placeId, parties, except: meeting.id }
  const inside: Reader = (text, values) => readInside(em, text, values)
  const seating = await readSeating(inside, wanted)
  const { place, slot } = whereabouts(seating, meeting.eventId)
  const placeSeat = freeSeat(place.capacity, place.taken)
  const seats = seating.parties
    .filter(({ id }) => parties.includes(id))
    .map(party => ({ id: party.id, seat: freeSeat(party.seats, party.taken) }))
  if (placeSeat === null || seats.some(({ seat }) => seat === null)) throw seatTaken(seating)
  await em.nativeDelete(MeetingSeat, { meetingId: meeting.id })
  for (const { id: participationId, seat } of seats)
    em.create(MeetingSeat, { meetingId: meeting.id, participationId, slotId, seat: seat ?? 0 })
  Object.assign(meeting, { slotId, placeId, placeSeat, roundId: slot.roundId })
  // The transaction is broken once an index has refused, so who was faster is asked for outside of it.
  await orTaken(
    (text, values) => readFor(outside, text, values),
    wanted,
    () => em.flush(),
  )
}
