import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Field, FieldResolver, ID, Info, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { pageOf } from '../../platform/page/page.ts'
import { readField } from '../../platform/read/read-field.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { RequirementSetType } from './requirement-set.graphql.ts'

@ObjectType({ simpleResolvers: true, description: '이유별. Enterprises that lack just these requirements.' })
export class ImpactReason {
  @Field(() => [Int], { description: '요건 번호. Numbers of the requirements, all of which they lack.' })
  items!: number[]

  @Field(() => Int, { description: '기업 수. How many; no enterprise is in two reasons.' })
  enterprises!: number
}

@ObjectType({
  simpleResolvers: true,
  description: '빠지는 기업. An approved enterprise that would fall out.',
})
export class ImpactedEnterprise {
  @Field(() => ID, { description: '기업. Which enterprise.' })
  id!: string

  @Field(() => String, { description: '기업명. Its name.' })
  name!: string

  @Field(() => [Int], { description: '요건 번호. What it lacks.' })
  items!: number[]
}

@ObjectType({
  simpleResolvers: true,
  description: '누가 빠지나. What a version does to the enterprises vetted by its series, on a day.',
})
export class Impact {
  @Field(() => DateScalar, { description: '기준일. Day (KST) for which it holds.' })
  on!: string

  @Field(() => Int, { description: '승인 기업 수. Approved today; `kept` and `lost` together.' })
  approved!: number

  @Field(() => Int, { description: '충족. Approved, and would be by this version.' })
  kept!: number

  @Field(() => Int, { description: '빠짐. Approved, and would not be.' })
  lost!: number

  @Field(() => Int, { description: '새로 충족. Not approved, and would be.' })
  gained!: number

  @Field(() => Int, { description: '진행 중 심사. Cases under way; they keep the version they began with.' })
  inProgress!: number

  @Field(() => [ImpactReason], {
    description:
      '이유별. The most frequent first; sums to `lost`, because each enterprise is in exactly one.',
  })
  byReason!: ImpactReason[]

  @Field(() => [ImpactedEnterprise], { description: '빠지는 기업. The first of them, by name.' })
  enterprises!: ImpactedEnterprise[]
}

@Resolver(() => RequirementSetType)
export class RequirementSetImpact {
  @FieldResolver(() => Impact, {
    nullable: true,
    description:
      '누가 빠지나. Worked out from the records at the moment of asking; null for who is not of the centre.',
  })
  impact(
    @Root() row: object,
    @Arg('on', () => DateScalar, { nullable: true, description: '기준일 (KST). Today when omitted.' })
    _on: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 50, description: '몇 곳. 1 to 100.' }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): object | null {
    pageOf({ first })
    return readField(row, info)
  }
}
