import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { assertCategoryIsKnown } from '../categories/known-category.ts'
import { lockDesk } from '../enterprises/find-desk.ts'
import { assertRegionsAreKnown } from '../regions/known-region.ts'
import { findProduct } from './change-product.ts'
import { Product } from './product.entity.ts'

/** What is said of a product; all of it is said with each save. */
export interface ProductValues {
  name: string
  categoryCode: string
  spec: string | null
  unit: string
  price: number | null
  includesVat: boolean
  minimumOrder: number
  leadDays: number | null
  deliveryRegions: string[]
}

/** 상품 추가 — on sale from the start; the catalogue shows it as soon as it shows its enterprise. Returns its key. */
export function addProduct(ctx: Context, enterpriseId: string, values: ProductValues): Promise<string> {
  return inScope(ctx, async ctx => {
    const enterprise = await lockDesk(ctx, enterpriseId, 'enterpriseId')
    const checked = await checkedProduct(ctx, values)
    const id = newId()
    ctx.em.create(Product, {
      ...{ id, enterprise, ...checked, state: 'on_sale', createdAt: ctx.now, updatedAt: ctx.now },
      source: ctx.actor.role === 'enterprise' ? 'enterprise' : 'staff',
    })
    const changes = Object.fromEntries(
      Object.entries(checked).map(([field, to]) => [field, { from: null, to }]),
    )
    record(ctx, 'product.added', { type: 'product', id }, { of: id, version: 1, changes })
    return id
  })
}

/** 상품 수정. */
export function updateProduct(
  ctx: Context,
  id: string,
  expectedVersion: number,
  values: ProductValues,
): Promise<void> {
  return inScope(ctx, async ctx => {
    const product = await findProduct(ctx, id)
    await saveChanges(ctx, {
      row: product,
      expectedVersion,
      stored: product,
      patch: await checkedProduct(ctx, values),
      event: 'product.updated',
      subject: { type: 'product', id },
    })
  })
}

async function checkedProduct(ctx: Context, values: ProductValues): Promise<ProductValues> {
  const { categoryCode, price, includesVat, minimumOrder, leadDays, deliveryRegions } = values
  await assertCategoryIsKnown(ctx, categoryCode, 'product.category')
  await assertRegionsAreKnown(ctx, deliveryRegions, 'product.deliveryRegions')
  if (price !== null && price < 0) throw refuse('price', '단가는 0원 이상입니다.')
  if (minimumOrder < 1) throw refuse('minimumOrder', '최소 주문 수량은 1 이상입니다.')
  if (leadDays !== null && (leadDays < 0 || leadDays > 3_650))
    throw refuse('leadDays', '납기는 0일부터 3,650일까지입니다.')
  return {
    ...{ categoryCode, price, includesVat, minimumOrder, leadDays },
    deliveryRegions: [...new Set(deliveryRegions)].sort(),
    name: lineOfText(values.name, 'product.name', 200),
    spec: lineOrNothing(values.spec, 'product.spec', 500) ?? null,
    unit: lineOfText(values.unit, 'product.unit', 20),
  }
}

const refuse = (field: string, message: string) => new Refusal('BAD_USER_INPUT', message, `product.${field}`)
