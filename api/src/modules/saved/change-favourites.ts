import { LockMode } from '@mikro-orm/core'
import type { DocumentType } from '@panro/search'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { readJson } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Person } from '../accounts/person.entity.ts'
import { personOf } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { isPublicEnterprise } from '../enterprises/enterprise.shape.ts'
import { isPublicProduct } from '../products/product.shape.ts'
import { Favourite } from './favourite.entity.ts'
import { thingOf } from './thing.ts'

const mostFavourites = 500

/** Keeps a product or an enterprise at hand; doing so twice is doing so once. Returns the favourite's key. */
export async function addFavourite(ctx: Context, id: string): Promise<string> {
  const personId = personOf(ctx)
  const { scope, key } = thingOf(id)
  if (!(await isPublic(ctx, scope, key)))
    throw new Refusal('NOT_FOUND', 'There is no such product or enterprise.', 'id')
  return ctx.em.transactional(async em => {
    // One at a time for each person, so that neither the limit nor a double click slips through.
    await em.findOneOrFail(Person, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    const known = await em.findOne(Favourite, { personId, ...columns(scope, key) })
    if (known) return known.id
    if ((await em.count(Favourite, { personId })) >= mostFavourites)
      throw new Refusal(
        'WRONG_STATE',
        `You keep ${mostFavourites} favourites, and more there cannot be; remove one first.`,
        'id',
      )
    const favourite = em.create(Favourite, {
      id: newId(),
      personId,
      ...columns(scope, key),
      createdAt: ctx.now,
    })
    record({ ...ctx, em }, 'favourite.added', { type: 'favourite', id: favourite.id }, { scope })
    return favourite.id
  })
}

/** False when it was none. */
export async function removeFavourite(ctx: Context, id: string): Promise<boolean> {
  const personId = personOf(ctx)
  const { scope, key } = thingOf(id)
  const favourite = await ctx.em.findOne(Favourite, { personId, ...columns(scope, key) })
  if (!favourite) return false
  ctx.em.remove(favourite)
  record(ctx, 'favourite.removed', { type: 'favourite', id: favourite.id }, { scope })
  await ctx.em.flush()
  return true
}

const columns = (scope: DocumentType, key: string) => ({
  productId: scope === 'product' ? key : null,
  enterpriseId: scope === 'enterprise' ? key : null,
})

const isVisible = { product: isPublicProduct, enterprise: isPublicEnterprise }

const isPublic = ({ em }: Context, scope: DocumentType, key: string) =>
  readJson<boolean>(
    em,
    `select exists(select 1 from ${scope} t where t.id = $1::uuid and ${isVisible[scope]('t')})::text as json`,
    [key],
  )
