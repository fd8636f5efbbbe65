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
import { parseGlobalId } from '../../platform/global-id.ts'
import { isUuid } from '../../platform/id.ts'
import { countRows, readConnection } from '../../platform/page/connection.ts'
import { PageArgs, PageInfo } from '../../platform/page/page.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { readRows } from '../../platform/read/read.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { StaffMemberType } from './review-parts.graphql.ts'
import { countViews, inView, narrow, orderOf, type ReviewSort, type ReviewView } from './review-queue.ts'
import { ReviewType } from './review.graphql.ts'
import { colleagueShape, isReviewOf, reviewShape } from './review.shape.ts'
import { ReviewCauseEnum, ReviewStateEnum } from './vetting-enums.graphql.ts'
import type { Cause, ReviewState } from './vetting.states.ts'

export const ReviewViewEnum = {
  MINE: 'mine',
  UNASSIGNED: 'unassigned',
  DUE_SOON: 'dueSoon',
  ANSWERED: 'answered',
  ALL: 'all',
} as const satisfies Record<string, ReviewView>
registerEnumType(ReviewViewEnum, {
  name: 'ReviewView',
  description: '보기. Which cases of the centre.',
  valuesConfig: {
    MINE: { description: '내 심사. Open, and held by who asks.' },
    UNASSIGNED: { description: '미배정. Open, and held by nobody.' },
    DUE_SOON: { description: '기한 임박. Open, and due within three days or late.' },
    ANSWERED: { description: '보완 회신. Handed in again after a return.' },
    ALL: { description: '전체. All of them, closed ones included.' },
  },
})

const ReviewSortEnum = {
  QUEUE: 'queue',
  DUE: 'due',
  NEWEST: 'newest',
  OLDEST: 'oldest',
  ENTERPRISE: 'enterprise',
} as const satisfies Record<string, ReviewSort>
registerEnumType(ReviewSortEnum, {
  name: 'ReviewSort',
  description: '정렬. In which order.',
  valuesConfig: {
    QUEUE: {
      description:
        '기본. Late first, then 보완 회신, then by the day it is due; what waits for the enterprise after those.',
    },
    DUE: { description: '기한. By the day it is due.' },
    NEWEST: { description: '최근. The latest opened first.' },
    OLDEST: { description: '오래된. The first opened first.' },
    ENTERPRISE: { description: '기업명. By the name of the enterprise.' },
  },
})

@InputType({ description: '심사 조건. What must hold; everything given must.' })
export class ReviewFilter {
  @Field(() => [ReviewStateEnum], { nullable: true, description: '상태. Any of these.' })
  states?: ReviewState[] | null

  @Field(() => [ReviewCauseEnum], { nullable: true, description: '사유. Any of these.' })
  causes?: Cause[] | null

  @Field(() => ID, { nullable: true, description: '담당. Held by this colleague.' })
  assignee?: string | null

  @Field(() => DateScalar, { nullable: true, description: '기한. Due before this day (KST).' })
  dueBefore?: string | null

  @Field(() => ID, { nullable: true, description: '기업. Of this enterprise.' })
  enterprise?: string | null

  @Field(() => ID, { nullable: true, description: '기준. Judged by this version.' })
  requirementSet?: string | null
}

@ObjectType({ simpleResolvers: true, description: '심사 한 건. A case in a list, with its cursor.' })
export class ReviewEdge {
  @Field(() => ReviewType, { description: '심사. The case.' })
  node!: ReviewType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({ simpleResolvers: true, description: '심사 목록. A page of cases (Relay).' })
export class ReviewConnection {
  @Field(() => [ReviewEdge], { description: '항목. The cases of the page.' })
  edges!: ReviewEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo

  /** What was asked, for the count. */
  asked!: { view: ReviewView; filter: ReviewFilter }
}

@ObjectType({ simpleResolvers: true, description: '보기별 건수. How many cases each view shows; exact.' })
export class ReviewCounts {
  @Field(() => Int, { description: '내 심사. Open, and held by who asks.' })
  mine!: number

  @Field(() => Int, { description: '미배정. Open, and held by nobody.' })
  unassigned!: number

  @Field(() => Int, { description: '기한 임박. Open, and due within three days or late.' })
  dueSoon!: number

  @Field(() => Int, { description: '보완 회신. Handed in again after a return.' })
  answered!: number

  @Field(() => Int, { description: '전체. All of them.' })
  all!: number
}

@Resolver(() => ReviewConnection)
export class ReviewQueries {
  @FieldResolver(() => Int, { description: '전체 건수. How many cases there are; exact.' })
  totalCount(@Root() { asked }: ReviewConnection, @Ctx() ctx: Context) {
    const conditions = new Conditions()
    inView(conditions, asked.view, ctx)
    narrow(conditions, asked.filter)
    return countRows(ctx, reviewShape, conditions)
  }

  @Query(() => ReviewConnection, {
    description: '심사 목록. Cases of the centre of who asks; empty for everybody else.',
  })
  async reviews(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('view', () => ReviewViewEnum, { defaultValue: 'all', description: '보기. Which cases.' })
    view: ReviewView,
    @Arg('filter', () => ReviewFilter, { nullable: true, description: '조건. What must hold.' })
    filter: ReviewFilter | null | undefined,
    @Arg('sort', () => ReviewSortEnum, { defaultValue: 'queue', description: '정렬. In which order.' })
    sort: ReviewSort,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const asked = { view, filter: filter ?? {} }
    const connection = await readConnection(ctx, info, {
      shape: reviewShape,
      order: orderOf(sort, ctx.today),
      page: pageOf(page),
      where: conditions => {
        inView(conditions, view, ctx)
        narrow(conditions, asked.filter)
      },
    })
    return { ...connection, asked }
  }

  @Query(() => ReviewCounts, { description: '보기별 건수. For the tabs of the queue.' })
  reviewCounts(@Ctx() ctx: Context) {
    return countViews(ctx)
  }

  @Query(() => ReviewType, {
    nullable: true,
    description: '심사 한 건. Null when there is none, or it is not of the centre of who asks.',
  })
  async review(
    @Arg('id', () => ID, { description: '심사. Which case.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const parsed = parseGlobalId(id)
    if (parsed?.tag !== 'review' || !isUuid(parsed.key)) return null
    const [row] = await readRows(ctx, info, {
      shape: reviewShape,
      where: conditions => {
        conditions.add(`t.id = ${conditions.value(parsed.key)}::uuid`)
        conditions.add(isReviewOf('t', `${conditions.value(ctx.actor.personId)}::uuid`))
      },
    })
    return row ?? null
  }

  @Query(() => [StaffMemberType], {
    description:
      '심사 담당자. Whom a case of the centre can be assigned to, by name; empty for everybody else.',
  })
  reviewers(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRows(ctx, info, {
      shape: colleagueShape,
      where: conditions =>
        conditions.add(
          `t.center_id = ${conditions.value(ctx.actor.centerId)}::uuid and t.role in ('staff', 'lead') and t.disabled_at is null`,
        ),
      orderBy: 't.name, t.id',
    })
  }
}
