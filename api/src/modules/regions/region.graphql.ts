import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, Info, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { Node } from '../../platform/node.graphql.ts'
import { readRows } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { regionShape } from './region.shape.ts'

@ObjectType('Region', {
  implements: Node,
  simpleResolvers: true,
  description:
    '지역. An administrative region of Korea: a province or city (시도) or a district within one (시군구).',
})
export class RegionType extends Node {
  @Field(() => String, {
    description: '지역코드. 10 digits; the first 2 name the 시도, the first 5 the 시군구.',
  })
  code!: string

  @Field(() => String, { description: '지역명. Its own name, e.g. 마포구.' })
  name!: string

  @Field(() => String, { description: '전체 지역명. With the province before it, e.g. 서울특별시 마포구.' })
  fullName!: string

  @Field(() => DateScalar, {
    nullable: true,
    description: '시작일. First day (KST) of the region under this code; null: before our data.',
  })
  validFrom!: string | null

  @Field(() => DateScalar, { nullable: true, description: '종료일. Last day (KST); null: still there.' })
  validUntil!: string | null

  @Field(() => [RegionType], { description: '이전 지역. The regions whose area it took over.' })
  predecessors!: RegionType[]

  @Field(() => [RegionType], { description: '이후 지역. The regions that took over its area.' })
  successors!: RegionType[]
}

@Resolver()
export class RegionQueries {
  @Query(() => [RegionType], {
    description:
      '지역 목록. The provinces (시도), or the districts (시군구) of one, as they are on a day; at most 300.',
  })
  regions(
    @Arg('under', () => String, {
      nullable: true,
      description: '시도 코드. 2 digits; omitted: the provinces themselves.',
    })
    under: string | null | undefined,
    @Arg('on', () => DateScalar, { nullable: true, description: '기준일 (KST). Today when omitted.' })
    on: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (under != null && !/^\d{2}$/.test(under))
      throw new Refusal(
        'BAD_USER_INPUT',
        '`under` must be the 2 digits of a province (시도), e.g. 11 for Seoul.',
        'under',
      )
    return readRows(ctx, info, {
      shape: regionShape,
      where: conditions => {
        const day = `${conditions.value(on ?? ctx.today)}::date`
        conditions.add(`coalesce(t.valid_from <= ${day}, true) and coalesce(${day} <= t.valid_until, true)`)
        if (under == null) conditions.add(`t.code like '%00000000'`)
        else conditions.add(`t.code like ${conditions.value(`${under}%`)} and t.code not like '%00000000'`)
      },
      orderBy: 't.code',
      limit: 300,
    })
  }
}
