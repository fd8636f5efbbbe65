import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Review } from '../vetting/review.entity.ts'
import type { Seen } from '../vetting/take-step.ts'
import { reviewSteps } from '../vetting/vetting.states.ts'

/** The latest case of an enterprise at the actor's centre; whether it can be opened again its own step says. */
export async function closedCaseOf({ em, actor }: Context, enterpriseId: string): Promise<Seen> {
  const [latest] = await em.find(
    Review,
    { enterpriseId, centerId: actor.centerId, state: { $ne: 'draft' } },
    { orderBy: { openedAt: 'desc', id: 'desc' }, limit: 1 },
  )
  if (latest) return { id: latest.id, expectedVersion: latest.version }
  const states = reviewSteps.reopen.from.join(', ')
  throw new Refusal(
    'WRONG_STATE',
    `The enterprise has no case that could be opened again (one that is ${states}).`,
    'id',
  )
}
