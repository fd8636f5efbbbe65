import type { Actor } from '../../platform/context.ts'
import type { RefusalCode } from '../../platform/refusal.ts'
import type { Facts } from './facts.ts'
import { reviewSteps, type ReviewStep } from './vetting.states.ts'

export const blockCodes = [
  'CONFLICT_OF_INTEREST',
  'NOT_ASSIGNED',
  'ITEMS_LACKING',
  'SECOND_PERSON_PENDING',
  'NO_NOTES',
  'NOTES_UNANSWERED',
  'ITEMS_UNFILLED',
  'APPLICATIONS_CLOSED',
  'NOTICE_SENT',
  'NOT_DECIDER',
] as const

/** Why a step that exists for this role in this state cannot be taken just now. */
export interface Block {
  code: (typeof blockCodes)[number]
  /** What it is refused with. */
  refusal: RefusalCode
  reason: string
  /** Numbers of the items it is about. */
  items: number[]
}

export interface Blocked extends Block {
  action: ReviewStep
}

export interface Standing {
  allowed: ReviewStep[]
  blocked: Blocked[]
}

type Who = Pick<Actor, 'personId' | 'role'>

/** What the actor may do next with a case, and what stands in the way of the rest. */
export function standingOf(facts: Facts, who: Who, now: Date): Standing {
  const standing: Standing = { allowed: [], blocked: [] }
  for (const action of stepsFor(facts, who)) {
    const block = blockOf(action, facts, who, now)
    if (block) standing.blocked.push({ action, ...block })
    else standing.allowed.push(action)
  }
  return standing
}

/** The steps that the table has for this role from this state. */
function stepsFor({ state }: Facts, { role }: Who): ReviewStep[] {
  return allSteps.filter(step => {
    const { from, by } = reviewSteps[step]
    return from.some(each => each === state) && by.some(each => each === role)
  })
}

const allSteps = Object.keys(reviewSteps).filter((name): name is ReviewStep => name in reviewSteps)

/** What stands in the way of a step that the table has; null: nothing. */
export function blockOf(action: ReviewStep, facts: Facts, who: Who, now: Date): Block | null {
  const isDesk = who.role === 'staff' || who.role === 'lead'
  if (isDesk && action !== 'assign' && facts.hasConflict)
    return forbidden('CONFLICT_OF_INTEREST', 'You have ties to this enterprise; a colleague has to do this.')
  return checks[action]?.(facts, who, now) ?? null
}

type Check = (facts: Facts, who: Who, now: Date) => Block | null

const checks: Partial<Record<ReviewStep, Check>> = {
  submit: ({ state, unanswered, unfilled, isOpenForApplications }) => {
    if (state === 'draft' && !isOpenForApplications)
      return wrong('APPLICATIONS_CLOSED', 'The last day for applications has passed; your draft is kept.')
    if (unfilled.length > 0)
      return wrong('ITEMS_UNFILLED', `Still to be filled in: ${listed(unfilled)}.`, unfilled)
    if (unanswered.length > 0)
      return wrong('NOTES_UNANSWERED', `Not answered yet: the notes on ${listed(unanswered)}.`, unanswered)
    return null
  },
  begin: (facts, who) => (facts.assigneeId === null ? null : heldByOther(facts, who)),
  judge: heldByOther,
  sendBack: (facts, who) =>
    heldByOther(facts, who) ??
    (facts.unsent.length > 0 ? null : wrong('NO_NOTES', 'Say first, in a note, what has to be put right.')),
  approve: (facts, who) => {
    const { firstApproverId, lacking } = facts
    if (firstApproverId !== null && firstApproverId === who.personId)
      return forbidden('SECOND_PERSON_PENDING', 'You have approved; a second person has to as well.')
    // The second of two looks at what somebody else holds.
    const held = firstApproverId === null ? heldByOther(facts, who) : null
    if (held) return held
    return lacking.length > 0
      ? wrong('ITEMS_LACKING', `Required and not met: ${listed(lacking)}.`, lacking)
      : null
  },
  reject: heldByOther,
  undo: ({ deciderId, noticeAt }, { personId }, now) => {
    if (noticeAt === null || Date.parse(noticeAt) <= now.getTime())
      return wrong('NOTICE_SENT', 'The notice has left; reopen the case instead.')
    return deciderId === personId
      ? null
      : forbidden('NOT_DECIDER', 'Only the person who decided can take it back.')
  },
}

function heldByOther({ assigneeId }: Facts, { personId }: Who): Block | null {
  if (assigneeId !== null && assigneeId === personId) return null
  return forbidden('NOT_ASSIGNED', 'The case is not assigned to you; take it over first.')
}

const listed = (items: number[]) => `item ${items.join(', ')}`

const wrong = (code: Block['code'], reason: string, items: number[] = []): Block => ({
  code,
  refusal: 'WRONG_STATE',
  reason,
  items,
})

const forbidden = (code: Block['code'], reason: string): Block => ({
  code,
  refusal: 'FORBIDDEN',
  reason,
  items: [],
})
