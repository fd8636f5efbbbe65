import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Mutation, registerEnumType, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { WonScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import { changePrice, takeProductStep } from './change-product.ts'
import { ProductType } from './product.graphql.ts'
import { productShape } from './product.shape.ts'
import type { ProductStep } from './product.states.ts'

export const ProductStepEnum = { PUBLISH: 'publish', WITHDRAW: 'withdraw' } as const satisfies Record<
  string,
  ProductStep
>
registerEnumType(ProductStepEnum, {
  name: 'ProductStep',
  description: '상품 단계. What can be done to a product.',
  valuesConfig: {
    PUBLISH: { description: '판매 시작. From 작성 중 or 판매 중지.' },
    WITHDRAW: { description: '판매 중지. From 판매 중.' },
  },
})

@Resolver()
export class ProductMutations {
  @Mutation(() => ProductType, {
    description:
      '상품 단계 진행. Its enterprise or staff put a product on sale or take it off. WRONG_STATE when the step does not start from its state.',
  })
  async takeProductStep(
    @Arg('id', () => ID, { description: '상품. Which product.' }) id: string,
    @Arg('step', () => ProductStepEnum, { description: '단계. What to do.' }) step: ProductStep,
    @Arg('reason', () => String, { nullable: true, description: '이유. Kept in the ledger.' }) reason:
      | string
      | null
      | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const product = await takeProductStep(ctx, keyOf('product', id), step, reason ?? null)
    return readOne(ctx, info, productShape, product.id)
  }

  @Mutation(() => ProductType, { description: '단가 변경. Staff correct what a unit costs.' })
  async changePrice(
    @Arg('id', () => ID, { description: '상품. Which product.' }) id: string,
    @Arg('price', () => WonScalar, {
      nullable: true,
      description: '단가. Won per unit; null: on quotation; never left out.',
    })
    price: number | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    // Left out is more likely forgotten than meant.
    if (price === undefined)
      throw new Refusal('BAD_USER_INPUT', 'Say `price`: an amount in won, or null for on quotation.', 'price')
    const product = await changePrice(ctx, keyOf('product', id), price)
    return readOne(ctx, info, productShape, product.id)
  }
}
