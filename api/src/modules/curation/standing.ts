import type { Actor } from '../../platform/context.ts'
import { Refusal, type RefusalCode } from '../../platform/refusal.ts'
import type { EventState } from '../events/event.states.ts'
import { hasConflict } from '../vetting/facts.ts'
import {
  participationSteps,
  type ParticipationState,
  type ParticipationStep,
} from './participation.states.ts'

/** What decides about the next steps of a participation; read as one value, for lists and for guards alike. */
export interface Facts {
  state: ParticipationState
  /** What the participant has been told; what one may do oneself goes by it. */
  told: ParticipationState
  eventState: EventState
  replyUntil: string | null
  hasConflict: boolean
  isOwn: boolean
}

type Who = Pick<Actor, 'role'>

export const isDesk = ({ role }: Who) => role === 'staff' || role === 'lead'

/** SQL for the facts about the participation at `row`, for the person `viewer`. */
export const factsSql = (row: string, viewer: string) => `(
  select json_build_object(
    'state', ${row}.state, 'told', coalesce(${row}.told_state, ${row}.state), 'eventState', v.state,
    'replyUntil', ${row}.reply_until, 'hasConflict', ${tiedTo(row, viewer)},
    'isOwn', ${row}.center_id is distinct from scope_center())
  from event v where v.id = ${row}.event_id)`

/** Ties to an enterprise as in vetting; to a department, its officers have them. */
export const tiedTo = (row: string, viewer: string) => `(case when ${row}.enterprise_id is not null
  then ${hasConflict(`${row}.enterprise_id`, viewer)}
  else exists (select 1 from department_member m where m.department_id = ${row}.department_id and m.person_id = ${viewer}) end)`

/** The steps that somebody may take now. */
export const allowedSteps = (facts: Facts, who: Who, now: Date): ParticipationStep[] =>
  Object.keys(participationSteps)
    .filter((name): name is ParticipationStep => name in participationSteps)
    .filter(step => blockOf(step, facts, who, now) === null)

interface Block {
  refusal: RefusalCode
  reason: string
  block?: 'CONFLICT_OF_INTEREST'
}

/** What stands in the way of a step; null: nothing. */
export function blockOf(step: ParticipationStep, facts: Facts, who: Who, now: Date): Block | null {
  const { from, during, by } = participationSteps[step]
  if (!by.some(role => role === who.role))
    return { refusal: 'FORBIDDEN', reason: `The step "${step}" is not for ${who.role}.` }
  if (isDesk(who) && facts.hasConflict)
    return {
      refusal: 'FORBIDDEN',
      reason: 'You have ties to this participant; a colleague has to do this.',
      block: 'CONFLICT_OF_INTEREST',
    }
  const state = isDesk(who) ? facts.state : facts.told
  if (!from.some(each => each === state))
    return { refusal: 'WRONG_STATE', reason: `A participation that is ${state} has no step "${step}".` }
  if (!during.some(each => each === facts.eventState))
    return {
      refusal: 'WRONG_STATE',
      reason: `The event is ${facts.eventState}; "${step}" cannot be done then.`,
    }
  if (step === 'accept' && facts.replyUntil !== null && Date.parse(facts.replyUntil) < now.getTime())
    return { refusal: 'WRONG_STATE', reason: 'The day to answer by has passed; ask the centre.' }
  return null
}

export function requireStep(step: ParticipationStep, facts: Facts, who: Who, now: Date): void {
  const block = blockOf(step, facts, who, now)
  if (block)
    throw new Refusal(block.refusal, block.reason, 'id', undefined, block.block ? { block: block.block } : {})
}
