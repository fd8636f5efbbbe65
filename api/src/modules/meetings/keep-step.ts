import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import type { Meeting } from './meeting.entity.ts'
import { FollowUp, type Outcome } from './outcome.entity.ts'

/** 다음 할 일 — the next step of an outcome with its day is a follow-up, and changes with it until it is done. */
export async function keepStep({ em, now }: Context, meeting: Meeting, outcome: Outcome): Promise<void> {
  const { id: outcomeId, nextStep, dueOn } = outcome
  const stored = await em.findOne(FollowUp, { outcomeId })
  if (stored?.doneOn != null) return
  if (nextStep == null || dueOn == null) {
    if (stored) em.remove(stored)
    return
  }
  if (stored) {
    Object.assign(stored, { what: nextStep, dueOn, updatedAt: now })
    return
  }
  const { id: meetingId, eventId } = meeting
  const made = { id: newId(), createdAt: now, updatedAt: now }
  em.create(FollowUp, { ...made, eventId, meetingId, outcomeId, kind: 'step', what: nextStep, dueOn })
}
