import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { EventName } from '../audit/event-names.ts'
import { record } from '../audit/record.ts'
import { keptBy } from '../enterprises/find-kept.ts'
import { Product } from './product.entity.ts'
import { productSteps, type ProductStep } from './product.states.ts'

const done = {
  publish: 'product.published',
  withdraw: 'product.withdrawn',
} as const satisfies Record<ProductStep, EventName>

/** Puts a product on sale or takes it off, or refuses. */
export async function takeProductStep(ctx: Context, id: string, step: ProductStep, reason: string | null) {
  const product = await findProduct(ctx, id)
  const { from, to } = productSteps[step]
  const before = product.state
  if (!from.some(state => state === before))
    throw new Refusal(
      'WRONG_STATE',
      `A product that is ${before} cannot be taken the step "${step}".`,
      'step',
    )
  product.state = to
  product.updatedAt = ctx.now
  record(ctx, done[step], { type: 'product', id }, { from: before, to }, reason)
  await ctx.em.flush()
  return product
}

/** Changes what a unit costs; null: on quotation from now on. */
export async function changePrice(ctx: Context, id: string, price: number | null) {
  const product = await findProduct(ctx, id)
  const before = product.price ?? null
  if (before === price) return product
  product.price = price
  product.updatedAt = ctx.now
  record(
    ctx,
    'product.repriced',
    { type: 'product', id },
    {
      of: id,
      version: product.version + 1,
      changes: { price: { from: before, to: price } },
    },
  )
  await ctx.em.flush()
  return product
}

const findProduct = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(
    Product,
    { id, enterprise: keptBy(ctx) },
    { failHandler: () => new Refusal('NOT_FOUND', 'There is no such product.', 'id') },
  )
