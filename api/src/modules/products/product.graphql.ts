import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import { Node } from '../../platform/node.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { readField } from '../../platform/read/read-field.ts'
import { DateTimeScalar, WonScalar } from '../../platform/scalars.ts'
import { CategoryType } from '../categories/category.graphql.ts'
import { EnterpriseType } from '../enterprises/enterprise.graphql.ts'
import { RegionType } from '../regions/region.graphql.ts'

export const ProductState = { ON_SALE: 'on_sale', WITHDRAWN: 'withdrawn' } as const
registerEnumType(ProductState, {
  name: 'ProductState',
  description: '판매 상태. Whether a product can be bought now.',
  valuesConfig: {
    ON_SALE: { description: '판매 중. Offered now.' },
    WITHDRAWN: { description: '판매 중지. No longer offered; kept so that links to it do not die.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '상품 사진. A picture of a product, by address.' })
export class ProductImage {
  @Field(() => String, { description: '주소. URL of the picture.' })
  url!: string

  @Field(() => String, { description: '대체 텍스트. What the picture shows, in Korean.' })
  alt!: string
}

@ObjectType('Product', {
  implements: Node,
  simpleResolvers: true,
  description: '상품·서비스. Something that one enterprise offers, in one category.',
})
export class ProductType extends Node {
  @Field(() => String, { description: '상품명. Name of the product or service.' })
  name!: string

  @Field(() => String, { nullable: true, description: '규격. Size, material, scope of service.' })
  spec!: string | null

  @Field(() => String, { description: '단위. What the price is for, e.g. 개, 식, 200장.' })
  unit!: string

  @Field(() => WonScalar, { nullable: true, description: '단가. Won per unit; null: on quotation (견적).' })
  price!: number | null

  @Field(() => Boolean, { description: '부가세 포함 여부. Whether the price includes VAT.' })
  includesVat!: boolean

  @Field(() => Int, { description: '최소 주문 수량. Minimum order, in units.' })
  minimumOrder!: number

  @Field(() => Int, { nullable: true, description: '납기. Days from order to delivery; null: not stated.' })
  leadDays!: number | null

  @Field(() => [RegionType], { description: '배송 지역. Regions delivered to; empty: nationwide (전국).' })
  deliveryRegions!: RegionType[]

  @Field(() => ProductState, { description: '판매 상태. Whether it is offered now.' })
  state!: (typeof ProductState)[keyof typeof ProductState]

  @Field(() => [ProductImage], { description: '사진. Pictures, the first one first.' })
  images!: ProductImage[]

  @Field(() => EnterpriseType, { description: '기업. Who offers it.' })
  enterprise!: EnterpriseType

  @Field(() => CategoryType, {
    nullable: true,
    description: '품목분류. Its category; null until somebody has classified it.',
  })
  category!: CategoryType | null

  @Field(() => DateTimeScalar, { description: '등록 일시. When it was entered.' })
  createdAt!: string

  @Field(() => DateTimeScalar, { description: '수정 일시. When it was last changed.' })
  updatedAt!: string
}

@Resolver(() => EnterpriseType)
export class EnterpriseProducts {
  @FieldResolver(() => [ProductType], {
    description: '상품 목록. What the enterprise has on sale, the newest first.',
  })
  products(
    @Root() row: object,
    @Arg('first', () => Int, { defaultValue: 20, description: '몇 건. 1 to 100.' }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): object[] {
    pageOf({ first })
    return readField(row, info)
  }

  @FieldResolver(() => Int, { description: '상품 수. How many products are on sale.' })
  productCount(@Root() row: { productCount: number }): number {
    return row.productCount
  }
}
