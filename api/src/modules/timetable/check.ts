import { waitingIn } from './breaks.ts'
import { isInSession, meetingsByParticipant, type Instance, type Schedule } from './instance.ts'

/**
 * Every rule a schedule breaks, in words. It shares nothing with the solver but the shape of an instance:
 * no schedule leaves this room that it refuses.
 */
export function violationsIn(instance: Instance, schedule: Schedule, fairness: number): string[] {
  if (schedule.length !== instance.meetings.length)
    return [`${schedule.length} slots for ${instance.meetings.length} meetings`]
  return [
    ...meetingViolations(instance, schedule),
    ...doubleBookings(instance, schedule),
    ...crowdedSlots(instance, schedule),
    ...unfairness(instance, schedule, fairness),
  ]
}

function* meetingViolations(instance: Instance, schedule: Schedule): Generator<string> {
  for (const [number, meeting] of instance.meetings.entries()) {
    const slot = schedule[number] ?? -1
    const name = `meeting ${number + 1}`
    if (!Number.isInteger(slot) || slot < 0 || slot >= instance.slots) yield `${name} is in no slot`
    if (!isInSession(instance, meeting.session, slot)) yield `${name} is outside its session`
    if (meeting.fixed !== null && meeting.fixed !== slot) yield `${name} is not in the slot fixed for it`
    for (const one of meeting.between)
      if (instance.away[one]?.has(slot)) yield `${name} is in a slot in which participant ${one + 1} is away`
    for (const earlier of meeting.after)
      if (!((schedule[earlier] ?? Infinity) < slot))
        yield `${name} does not come after meeting ${earlier + 1}`
  }
}

function* doubleBookings(instance: Instance, schedule: Schedule): Generator<string> {
  for (const [participant, meetings] of meetingsByParticipant(instance).entries()) {
    const slots = meetings.map(meeting => schedule[meeting])
    if (new Set(slots).size < slots.length) yield `participant ${participant + 1} has two meetings at once`
  }
}

function* crowdedSlots({ tables }: Instance, schedule: Schedule): Generator<string> {
  const taken = new Map<number, number>()
  for (const slot of schedule) taken.set(slot, (taken.get(slot) ?? 0) + 1)
  for (const [slot, count] of taken)
    if (count > tables) yield `slot ${slot + 1} has ${count} meetings at ${tables} tables`
}

function* unfairness(instance: Instance, schedule: Schedule, fairness: number): Generator<string> {
  const { breaksOf } = waitingIn(instance, schedule)
  if (breaksOf.length === 0) return
  const spread = Math.max(...breaksOf) - Math.min(...breaksOf)
  if (spread > fairness) yield `breaks differ by ${spread}, allowed are ${fairness}`
}
