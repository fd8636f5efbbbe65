import { Field, InputType, Int } from 'type-graphql'
import { DateScalar, WonScalar } from '../../platform/scalars.ts'

@InputType({
  description: '금액 범위. A range of amounts in won, both ends included; an end left out is open.',
})
export class WonRange {
  @Field(() => WonScalar, { nullable: true, description: '최소 금액. At least this many won.' })
  min?: number | null

  @Field(() => WonScalar, { nullable: true, description: '최대 금액. At most this many won.' })
  max?: number | null
}

@InputType({ description: '기업 조건. Everything given must hold; within one list any value is enough.' })
export class EnterpriseFilter {
  @Field(() => [String], {
    nullable: true,
    description: '품목분류. Category code prefixes of 2, 4, 6, 8 or 10 digits; at most 20.',
  })
  categories?: string[] | null

  @Field(() => [String], {
    nullable: true,
    description:
      '인증 종류. Certification kind codes; the enterprise holds one that is valid on `certifiedOn`; at most 20.',
  })
  certifications?: string[] | null

  @Field(() => DateScalar, { nullable: true, description: '인증 기준일 (KST). Today when omitted.' })
  certifiedOn?: string | null

  @Field(() => [String], {
    nullable: true,
    description:
      '소재지. Region code prefixes of the enterprise: 2 digits 시도, 5 시군구, or all 10; at most 20.',
  })
  regions?: string[] | null

  @Field(() => Boolean, {
    nullable: true,
    description: '확인된 납품실적 유무. Whether it has a confirmed delivery record.',
  })
  hasDeliveryRecord?: boolean | null
}

@InputType({ description: '상품 조건. Everything given must hold; within one list any value is enough.' })
export class ProductFilter extends EnterpriseFilter {
  @Field(() => WonRange, { nullable: true, description: '단가 범위. A product on quotation is in no range.' })
  price?: WonRange | null

  @Field(() => Int, {
    nullable: true,
    description: '최대 납기. Days from order to delivery; a product that states none is left out.',
  })
  leadDaysMax?: number | null
}
