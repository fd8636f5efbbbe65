import { Field, Int, ObjectType } from 'type-graphql'
import { DateScalar, WonScalar } from '../../platform/scalars.ts'

@ObjectType({ simpleResolvers: true, description: '저장한 금액 범위. As in `WonRange`.' })
export class SavedWonRange {
  @Field(() => WonScalar, { nullable: true, description: '최소 금액. At least this many won.' })
  min!: number | null

  @Field(() => WonScalar, { nullable: true, description: '최대 금액. At most this many won.' })
  max!: number | null
}

@ObjectType({
  simpleResolvers: true,
  description: '저장한 조건. The filter of a saved search, field by field as in `ProductFilter`.',
})
export class SavedSearchFilter {
  @Field(() => [String], { nullable: true, description: '품목분류. Category code prefixes.' })
  categories!: string[] | null

  @Field(() => [String], { nullable: true, description: '인증 종류. Certification kind codes.' })
  certifications!: string[] | null

  @Field(() => DateScalar, {
    nullable: true,
    description: '인증 기준일 (KST). Null: whatever day it is.',
  })
  certifiedOn!: string | null

  @Field(() => [String], { nullable: true, description: '소재지. Region code prefixes.' })
  regions!: string[] | null

  @Field(() => Boolean, { nullable: true, description: '확인된 납품실적 유무. As in `EnterpriseFilter`.' })
  hasDeliveryRecord!: boolean | null

  @Field(() => SavedWonRange, { nullable: true, description: '단가 범위. Of products.' })
  price!: SavedWonRange | null

  @Field(() => Int, { nullable: true, description: '최대 납기. Days from order to delivery, of products.' })
  leadDaysMax!: number | null
}
