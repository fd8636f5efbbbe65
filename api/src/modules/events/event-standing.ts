import type { Context } from '../../platform/context.ts'
import { eventChecks, type EventFacts } from './event-facts.ts'
import { eventSteps, type EventStep } from './event.states.ts'

/** Something that an event still lacks, and the steps it stands in the way of. */
export interface Lack {
  code: string
  count: number
  /** What these are called, where that is known. */
  names: string[]
  reason: string
  blocks: readonly EventStep[]
  /** Whether whoever says why may go on all the same. */
  yieldsToReason: boolean
}

export interface BlockedStep {
  action: EventStep
  lacks: Lack[]
  yieldsToReason: boolean
}

type Asking = Pick<Context, 'actor' | 'now' | 'today'>

/** What the actor may do next with an event, and what stands in the way of the rest. */
export function standingOf(
  facts: EventFacts,
  asking: Asking,
): { allowed: EventStep[]; blocked: BlockedStep[] } {
  const lacks = lacksOf(facts, asking)
  const steps = stepsFor(facts, asking).map(action => {
    const inTheWay = lacks.filter(({ blocks }) => blocks.includes(action))
    return { action, lacks: inTheWay, yieldsToReason: inTheWay.every(({ yieldsToReason }) => yieldsToReason) }
  })
  return {
    allowed: steps.filter(step => step.lacks.length === 0).map(({ action }) => action),
    blocked: steps.filter(step => step.lacks.length > 0),
  }
}

/** What has taken place, or never will, is not planned any more. */
export const isOpenToChange = ({ isDesk, state }: Pick<EventFacts, 'isDesk' | 'state'>): boolean =>
  isDesk && state !== 'held' && state !== 'cancelled'

/** 남은 것, in the order of the table; what the calendar says comes last. */
export function lacksOf(facts: EventFacts, { now, today }: Asking): Lack[] {
  if (!isOpenToChange(facts)) return []
  const lacks: Lack[] = [...eventChecks].flatMap(([code, { reason, blocks, yieldsToReason = false }]) => {
    const count = facts.lacks[code]
    const names = facts.names[code] ?? []
    return count === undefined ? [] : [{ code, count, names, reason, blocks, yieldsToReason }]
  })
  const isBeforeApplications = facts.state === 'draft' || facts.state === 'curating'
  if (isBeforeApplications && facts.applyUntil !== null && Date.parse(facts.applyUntil) <= now.getTime())
    lacks.push({
      code: 'DEADLINE_PASSED',
      count: 1,
      ...calendar,
      reason: 'The deadline for applications has passed.',
      blocks: ['open', 'reopen'],
    })
  if (facts.state === 'confirmed' && (facts.lastDay === null || facts.lastDay > today))
    lacks.push({
      code: 'NOT_OVER',
      count: 1,
      ...calendar,
      reason: `Its last day is ${facts.lastDay ?? 'not known'}.`,
      blocks: ['finish'],
    })
  return lacks
}

/** No reason moves the calendar. */
const calendar = { names: [], yieldsToReason: false }

/** The steps that the table has for this role from this state. */
function stepsFor({ isDesk, state }: EventFacts, { actor }: Asking): EventStep[] {
  if (!isDesk) return []
  return allSteps.filter(step => {
    const { from, by } = eventSteps[step]
    return from.some(each => each === state) && by.some(each => each === actor.role)
  })
}

const allSteps = Object.keys(eventSteps).filter((name): name is EventStep => name in eventSteps)
