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
import { ProductType } from '../products/product.graphql.ts'
import { productShape } from '../products/product.shape.ts'
import { Facet, MatchReasonEnum, SearchInfo } from './facet.graphql.ts'
import { labelledFacets } from './facets.ts'
import { productConditions } from './filter-conditions.ts'
import { ProductFilter } from './filter.graphql.ts'
import { checkFilter } from './filter.ts'
import { searchInfoOf, wordsOf, type ListConnection } from './list.ts'
import { productOrders } from './orders.ts'
import { ProductSort } from './sort.graphql.ts'
import { countList, readList } from './read-list.ts'
import { TextMark } from './mark.graphql.ts'
import type { Marked } from './marks.ts'
import { exactlyAsTyped, words } from './words.graphql.ts'

@ObjectType({ simpleResolvers: true, description: '상품 한 건. A product in a list.' })
export class ProductEdge {
  @Field(() => ProductType, { description: '상품. The product.' })
  node!: ProductType

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
  description: '상품 목록. A page of products (Relay), with the counts to narrow it by.',
})
export class ProductConnection {
  @Field(() => [ProductEdge], { description: '항목. The products of the page.' })
  edges!: ProductEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo
}

@Resolver(() => ProductConnection)
export class ProductLists {
  @Query(() => ProductConnection, {
    description:
      '상품 목록. What published enterprises have on sale, found by words, narrowed by a filter. BAD_USER_INPUT names the argument that is wrong.',
  })
  async products(
    @Args(() => PageArgs) args: PageArgs,
    @Arg('query', () => String, words) query: string | null | undefined,
    @Arg('exactly', () => Boolean, exactlyAsTyped) exactly: boolean,
    @Arg('filter', () => ProductFilter, { nullable: true, description: '조건. What must hold.' })
    filter: ProductFilter | null | undefined,
    @Arg('sort', () => ProductSort, {
      defaultValue: ProductSort.RELEVANCE,
      description: '정렬. In what order.',
    })
    sort: ProductSort,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return readList(ctx, info, {
      type: 'product',
      shape: productShape,
      words: wordsOf(query),
      exactly,
      filter: await checkFilter(ctx, filter),
      conditions: productConditions,
      order: sort === 'relevance' ? null : productOrders[sort],
      defaultOrder: productOrders.relevance,
      page: pageOf(args),
    })
  }

  @FieldResolver(() => Int, { description: '전체 건수. How many products the whole list has; exact.' })
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
