import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { countRows, readConnection } from '../../platform/page/connection.ts'
import { PageArgs, PageInfo } from '../../platform/page/page.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { WonScalar } from '../../platform/scalars.ts'
import { narrowPlans, planOrder, sumPlans, type PlanSort } from './plan-filter.ts'
import { PlanStateEnum, PlanVisibilityEnum, PlannedPurchaseType } from './plan.graphql.ts'
import { planShape } from './plan.shape.ts'
import type { PlanState } from './plan.states.ts'
import type { Visibility } from './planned-purchase.entity.ts'

const PlanSortEnum = {
  DEPARTMENT: 'department',
  NEWEST: 'newest',
  MONTH: 'month',
  WON: 'won',
} as const satisfies Record<string, PlanSort>
registerEnumType(PlanSortEnum, {
  name: 'PlanSort',
  description: '정렬. In which order.',
  valuesConfig: {
    DEPARTMENT: { description: '부서. By the names of body and department.' },
    NEWEST: { description: '최근. The latest entered first.' },
    MONTH: { description: '시기. By month; those without one last.' },
    WON: { description: '금액. The largest first; those without an amount last.' },
  },
})

@InputType({ description: '구매예정품목 조건. What must hold; everything given must.' })
export class PlanFilter {
  @Field(() => Int, { nullable: true, description: '연도. Budget year.' })
  year?: number | null

  @Field(() => ID, { nullable: true, description: '기관. Of its departments.' })
  institution?: string | null

  @Field(() => ID, { nullable: true, description: '부서. Of this department.' })
  department?: string | null

  @Field(() => [PlanVisibilityEnum], { nullable: true, description: '공개 범위. Any of these.' })
  visibility?: Visibility[] | null

  @Field(() => String, { nullable: true, description: '품목분류. A prefix of 2, 4, 6, 8 or 10 digits.' })
  category?: string | null

  @Field(() => String, {
    nullable: true,
    description: '검색어. In the item, the line of the budget, or the names of department and body.',
  })
  query?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: '내 것만. True: of the departments or the centre of who asks.',
  })
  isOwn?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: '분류 확인. False: those whose category nobody has confirmed yet.',
  })
  isCategoryConfirmed?: boolean | null

  @Field(() => PlanStateEnum, { nullable: true, description: '상태. Left out: those still planned.' })
  state?: PlanState | null
}

@ObjectType({ simpleResolvers: true, description: '구매예정품목 한 건. A plan in a list, with its cursor.' })
export class PlannedPurchaseEdge {
  @Field(() => PlannedPurchaseType, { description: '구매예정품목. The plan.' })
  node!: PlannedPurchaseType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '공개 범위별 합계. Of all plans of the list, not only of the page.',
})
export class PlanSumType {
  @Field(() => PlanVisibilityEnum, { description: '공개 범위. Which.' })
  visibility!: Visibility

  @Field(() => Int, { description: '건수. How many plans.' })
  count!: number

  @Field(() => WonScalar, { description: '합계. Won of those whose amount is said.' })
  won!: number

  @Field(() => Int, { description: '금액 없음. How many have no amount.' })
  unpriced!: number
}

@ObjectType({ simpleResolvers: true, description: '구매예정품목 목록. A page of plans (Relay).' })
export class PlannedPurchaseConnection {
  @Field(() => [PlannedPurchaseEdge], { description: '항목. The plans of the page.' })
  edges!: PlannedPurchaseEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo

  /** What was asked, for the sums. */
  asked!: PlanFilter
}

@Resolver(() => PlannedPurchaseConnection)
export class PlanQueries {
  @Query(() => PlannedPurchaseConnection, {
    description:
      '구매예정품목 목록. The public ones for everybody; besides, what the centre, the departments or the events of who asks share with them.',
  })
  async plannedPurchases(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PlanFilter, { nullable: true, description: '조건. What must hold.' })
    filter: PlanFilter | null | undefined,
    @Arg('sort', () => PlanSortEnum, { defaultValue: 'department', description: '정렬. In which order.' })
    sort: PlanSort,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const asked = filter ?? {}
    const connection = await readConnection(ctx, info, {
      shape: planShape,
      order: planOrder(sort),
      page: pageOf(page),
      where: conditions => narrowPlans(conditions, asked),
    })
    return { ...connection, asked }
  }

  @FieldResolver(() => Int, { description: '전체 건수. How many plans there are; exact.' })
  totalCount(@Root() { asked }: PlannedPurchaseConnection, @Ctx() ctx: Context) {
    const conditions = new Conditions()
    narrowPlans(conditions, asked)
    return countRows(ctx, planShape, conditions)
  }

  @FieldResolver(() => [PlanSumType], { description: '합계. By visibility; what nobody has is left out.' })
  sums(@Root() { asked }: PlannedPurchaseConnection, @Ctx() ctx: Context) {
    return sumPlans(ctx, asked)
  }
}
