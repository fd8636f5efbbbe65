import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Enterprise } from './enterprise.entity.ts'

/**
 * What the actor may change: staff what their centre keeps (관할) and what no centre keeps yet, the system everything.
 * Another centre's enterprise and one that never was look the same.
 */
export function keptBy({ actor }: Context): object {
  return actor.role === 'system' ? {} : { $or: [{ centerId: actor.centerId }, { centerId: null }] }
}

export const findKeptEnterprise = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(
    Enterprise,
    { id, ...keptBy(ctx) },
    { failHandler: () => new Refusal('NOT_FOUND', 'There is no such enterprise.', 'id') },
  )
