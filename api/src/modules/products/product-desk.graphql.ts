import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { DateTimeScalar, WonScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import { CategoryType } from '../categories/category.graphql.ts'
import { deskTags, EnterpriseDeskType } from '../enterprises/desk.graphql.ts'
import { version } from '../enterprises/profile-mutations.graphql.ts'
import { RegionType } from '../regions/region.graphql.ts'
import { addProduct, updateProduct } from './keep-product.ts'
import { productDeskShape } from './product-desk.shape.ts'
import { ProductStepEnum } from './product-mutations.graphql.ts'
import { productSteps, type ProductState, type ProductStep } from './product.states.ts'

const ProductDeskState = {
  DRAFT: 'draft',
  ON_SALE: 'on_sale',
  WITHDRAWN: 'withdrawn',
} as const satisfies Record<string, ProductState>
registerEnumType(ProductDeskState, {
  name: 'ProductDeskState',
  description: '상품 상태. How its desk sees a product.',
  valuesConfig: {
    DRAFT: { description: '작성 중. Never shown yet.' },
    ON_SALE: { description: '판매 중. Offered as soon as its enterprise is shown.' },
    WITHDRAWN: { description: '판매 중지. No longer offered.' },
  },
})

@ObjectType('ProductDesk', {
  simpleResolvers: true,
  description: '상품 관리. A product in any state, as its enterprise and the staff of its centre see it.',
})
export class ProductDeskType {
  @Field(() => ID, { description: '식별자. The product’s; opaque and typed.' })
  id!: string

  @Field(() => Int, { description: '버전. To be sent with a change.' })
  version!: number

  @Field(() => String, { description: '상품명. Name of the product or service.' })
  name!: string

  @Field(() => CategoryType, {
    nullable: true,
    description: '품목분류. Null until somebody has classified it.',
  })
  category!: CategoryType | null

  @Field(() => String, { nullable: true, description: '규격. Size, material, scope of service.' })
  spec!: string | null

  @Field(() => String, { description: '단위. What the price is for.' })
  unit!: string

  @Field(() => WonScalar, { nullable: true, description: '단가. Won per unit; null: on quotation (견적).' })
  price!: number | null

  @Field(() => Boolean, { description: '부가세 포함 여부. Whether the price includes VAT.' })
  includesVat!: boolean

  @Field(() => Int, { description: '최소 주문 수량. Minimum order, in units.' })
  minimumOrder!: number

  @Field(() => Int, { nullable: true, description: '납기. Days from order to delivery.' })
  leadDays!: number | null

  @Field(() => [RegionType], { description: '배송 지역. Empty: nationwide (전국).' })
  deliveryRegions!: RegionType[]

  @Field(() => ProductDeskState, { description: '상태. Whether it is offered.' })
  state!: ProductState

  @Field(() => [ProductStepEnum], { description: '가능한 단계. What `takeProductStep` does with it now.' })
  allowedSteps!: ProductStep[]

  @Field(() => DateTimeScalar, { description: '수정 일시. When it was last changed.' })
  updatedAt!: string
}

@InputType({ description: '상품. All that is said of it; what is left out is said no longer.' })
export class ProductInput {
  @Field(() => String, { description: '상품명. One line.' })
  name!: string

  @Field(() => String, { description: '품목분류. Code, as in `categories`.' })
  category!: string

  @Field(() => String, { nullable: true, description: '규격. Size, material, scope of service.' })
  spec?: string | null

  @Field(() => String, { description: '단위. What the price is for, e.g. 개, 식.' })
  unit!: string

  @Field(() => WonScalar, { nullable: true, description: '단가. Won per unit; left out: on quotation.' })
  price?: number | null

  @Field(() => Boolean, { description: '부가세 포함 여부. Whether the price includes VAT.' })
  includesVat!: boolean

  @Field(() => Int, { defaultValue: 1, description: '최소 주문 수량. In units.' })
  minimumOrder!: number

  @Field(() => Int, { nullable: true, description: '납기. Days from order to delivery.' })
  leadDays?: number | null

  @Field(() => [String], { defaultValue: [], description: '배송 지역. Codes of regions; empty: nationwide.' })
  deliveryRegions!: string[]
}

const valuesOf = ({ category, spec, price, leadDays, ...rest }: ProductInput) => ({
  ...rest,
  categoryCode: category,
  ...{ spec: spec ?? null, price: price ?? null, leadDays: leadDays ?? null },
})

const said = { description: '상품. What is said of it.' }

@Resolver(() => ProductDeskType)
export class ProductDesks {
  @Mutation(() => ProductDeskType, {
    description: '상품 추가. On sale from the start; shown as soon as its enterprise is.',
  })
  async addProduct(
    @Arg('enterpriseId', () => ID, { description: '기업. Of the desk or of the enterprise.' })
    enterpriseId: string,
    @Arg('product', () => ProductInput, said) product: ProductInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const key = keyOf(deskTags, enterpriseId, 'enterpriseId')
    return readOne(ctx, info, productDeskShape, await addProduct(ctx, key, valuesOf(product)))
  }

  @Mutation(() => ProductDeskType, {
    description: '상품 수정. CONFLICT carries `version` and `conflicts { field yours stored by at }`.',
  })
  async updateProduct(
    @Arg('id', () => ID, { description: '상품. Which product.' }) id: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Arg('product', () => ProductInput, said) product: ProductInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const key = keyOf('product', id)
    await updateProduct(ctx, key, expectedVersion, valuesOf(product))
    return readOne(ctx, info, productDeskShape, key)
  }

  @FieldResolver(() => [ProductStepEnum])
  allowedSteps(@Root() row: { allowedSteps: ProductState }): ProductStep[] {
    const startsHere = (step: ProductStep) => productSteps[step].from.some(from => from === row.allowedSteps)
    return (['publish', 'withdraw'] as const).filter(startsHere)
  }
}

@Resolver(() => EnterpriseDeskType)
export class DeskProducts {
  @FieldResolver(() => [ProductDeskType], {
    description: '상품. All products of the enterprise, in any state, the newest first.',
  })
  products(@Root() row: { products: object[] }): object[] {
    return row.products
  }
}
