import type { MatchReason } from '@panro/search'
import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import type { RequestContext } from '../../platform/context.ts'
import { pageOf } from '../../platform/page/page.ts'
import { PageArgs, PageInfo } from '../../platform/page/page.graphql.ts'
import { EnterpriseType } from '../enterprises/enterprise.graphql.ts'
import { enterpriseShape } from '../enterprises/enterprise.shape.ts'
import { Facet, MatchReasonEnum, SearchInfo } from './facet.graphql.ts'
import { labelledFacets } from './facets.ts'
import { enterpriseConditions } from './filter-conditions.ts'
import { EnterpriseFilter } from './filter.graphql.ts'
import { checkFilter } from './filter.ts'
import { searchInfoOf, wordsOf, type ListConnection } from './list.ts'
import { enterpriseOrders } from './orders.ts'
import { EnterpriseSort } from './sort.graphql.ts'
import { countList, readList } from './read-list.ts'
import { TextMark } from './mark.graphql.ts'
import type { Marked } from './marks.ts'
import { exactlyAsTyped, words } from './words.graphql.ts'

@ObjectType({ simpleResolvers: true, description: '기업 한 곳. An enterprise in a list.' })
export class EnterpriseEdge {
  @Field(() => EnterpriseType, { description: '기업. The enterprise.' })
  node!: EnterpriseType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string

  @Field(() => MatchReasonEnum, {
    nullable: true,
    description: '찾은 이유. How the words were found; null in any order but relevance.',
  })
  match!: MatchReason | null

  @Field(() => [TextMark], {
    nullable: true,
    description: '강조. Where the words stand in its texts; null without words.',
  })
  marks!: Marked[] | null
}

@ObjectType({
  simpleResolvers: true,
  description: '기업 목록. A page of enterprises (Relay), with the counts to narrow it by.',
})
export class EnterpriseConnection {
  @Field(() => [EnterpriseEdge], { description: '항목. The enterprises of the page.' })
  edges!: EnterpriseEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo
}

@Resolver(() => EnterpriseConnection)
export class EnterpriseLists {
  @Query(() => EnterpriseConnection, {
    description:
      '기업 목록. Published enterprises, found by words, narrowed by a filter. BAD_USER_INPUT names the argument that is wrong.',
  })
  async enterprises(
    @Args(() => PageArgs) args: PageArgs,
    @Arg('query', () => String, words) query: string | null | undefined,
    @Arg('exactly', () => Boolean, exactlyAsTyped) exactly: boolean,
    @Arg('filter', () => EnterpriseFilter, { nullable: true, description: '조건. What must hold.' })
    filter: EnterpriseFilter | null | undefined,
    @Arg('sort', () => EnterpriseSort, {
      defaultValue: EnterpriseSort.RELEVANCE,
      description: '정렬. In what order.',
    })
    sort: EnterpriseSort,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return readList(ctx, info, {
      type: 'enterprise',
      shape: enterpriseShape,
      words: wordsOf(query),
      exactly,
      filter: await checkFilter(ctx, filter),
      conditions: enterpriseConditions,
      order: sort === 'relevance' ? null : enterpriseOrders[sort],
      defaultOrder: enterpriseOrders.relevance,
      page: pageOf(args),
    })
  }

  @FieldResolver(() => Int, { description: '전체 건수. How many enterprises the whole list has; exact.' })
  totalCount(@Root() list: ListConnection, @Ctx() ctx: RequestContext) {
    return countList(ctx, list)
  }

  @FieldResolver(() => [Facet], { description: '갈래. Counts to narrow the list by; exact, disjunctive.' })
  facets(@Root() { list }: ListConnection, @Ctx() ctx: RequestContext) {
    return labelledFacets(ctx, list)
  }

  @FieldResolver(() => SearchInfo, {
    nullable: true,
    description: '검색 해석. How the words were understood; null without words.',
  })
  search(@Root() list: ListConnection) {
    return searchInfoOf(list)
  }
}
