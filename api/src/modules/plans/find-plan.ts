import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Department } from '../institutions/institution.entity.ts'
import { PlannedPurchase } from './planned-purchase.entity.ts'

/** Departments that who asks plans for: an officer for the own, staff for those of their centre. */
export const plannedFor = ({ actor }: Pick<Context, 'actor'>): object =>
  actor.role === 'buyer' ? { id: { $in: [...actor.departmentIds] } } : { centerId: actor.centerId }

export const departmentOf = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(
    Department,
    { $and: [{ id }, plannedFor(ctx)] },
    { failHandler: () => new Refusal('NOT_FOUND', 'There is no such department.', 'departmentId') },
  )

/** The plans, locked in one order so that two who change many do not wait for each other; all of them or none. */
export async function lockPlans(
  ctx: Context,
  ids: readonly string[],
  field: string,
): Promise<PlannedPurchase[]> {
  const { actor } = ctx
  const own =
    actor.role === 'buyer'
      ? { departmentId: { $in: [...actor.departmentIds] } }
      : { centerId: actor.centerId, visibility: { $ne: 'department' as const } }
  const found = await ctx.em.find(
    PlannedPurchase,
    { $and: [{ id: { $in: [...ids] } }, own] },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'asc' } },
  )
  if (found.length === new Set(ids).size) return found
  throw new Refusal('NOT_FOUND', 'There is no such planned purchase.', field)
}

export async function lockPlan(ctx: Context, id: string): Promise<PlannedPurchase> {
  const [plan] = await lockPlans(ctx, [id], 'id')
  if (!plan) throw new Refusal('NOT_FOUND', 'There is no such planned purchase.', 'id')
  return plan
}

/** A department plans for the years in which it exists. */
export function livesIn({ validFrom, validUntil }: Department, year: number): boolean {
  return (validFrom ?? '') <= `${year}-12-31` && (validUntil ?? '9999') >= `${year}-01-01`
}
