import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Enterprise } from './enterprise.entity.ts'
import { keptBy } from './find-kept.ts'

/** Whose desk the actor may work at: members at their own enterprises’, staff at those of what their centre keeps. */
export function atDesk(ctx: Context): object {
  const { role, enterpriseIds } = ctx.actor
  return role === 'enterprise' ? { id: { $in: [...enterpriseIds] } } : keptBy(ctx)
}

/** The enterprise of a desk, locked: what is decided about it holds until the transaction ends. */
export const lockDesk = (ctx: Context, id: string, field = 'id') =>
  ctx.em.findOneOrFail(
    Enterprise,
    { $and: [{ id }, atDesk(ctx)] },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      refresh: true,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such enterprise.', field),
    },
  )

/** The same as SQL, by what the transaction says of who acts; a visitor and a buyer are at no desk. */
export const isAtDesk = (enterprise: string) => `(
  ${enterprise}.id = any(scope_enterprises()) or ${isAtCenter(enterprise)})`

/** What the staff keep: their centre's, and what no centre keeps yet. */
export const isAtCenter = (enterprise: string) => `(
  ${enterprise}.center_id = scope_center()
  or (${enterprise}.center_id is null and scope_center() is not null))`

/** The same for what belongs to an enterprise. */
export const isOfDesk = (row: string) =>
  `exists (select 1 from enterprise e where e.id = ${row}.enterprise_id and ${isAtDesk('e')})`
