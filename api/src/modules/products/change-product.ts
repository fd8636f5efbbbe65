import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import type { EventName } from '../audit/event-names.ts'
import { record } from '../audit/record.ts'
import { atDesk } from '../enterprises/find-desk.ts'
import { Product } from './product.entity.ts'
import { productSteps, type ProductStep } from './product.states.ts'

const done = {
  publish: 'product.published',
  withdraw: 'product.withdrawn',
} as const satisfies Record<ProductStep, EventName>

/** Puts a product on sale or takes it off, or refuses. */
export function takeProductStep(ctx: Context, id: string, step: ProductStep, reason: string | null) {
  return inScope(ctx, ctx => take(ctx, id, step, reason))
}

async function take(ctx: Context, id: string, step: ProductStep, reason: string | null) {
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
export function changePrice(ctx: Context, id: string, price: number | null) {
  return inScope(ctx, ctx => reprice(ctx, id, price))
}

async function reprice(ctx: Context, id: string, price: number | null) {
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

/** One that the actor's desk keeps, locked. */
export const findProduct = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(
    Product,
    { id, enterprise: atDesk(ctx) },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      lockTableAliases: ['p0'],
      refresh: true,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such product.', 'id'),
    },
  )
