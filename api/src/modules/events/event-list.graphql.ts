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
import { EventKindEnum, EventStateEnum } from './event-enums.graphql.ts'
import { eventOrder, narrowEvents, ofEverybody, ofOwnCenter, type EventFilter } from './event-list.ts'
import { EventSeriesType } from './event-parts.graphql.ts'
import { eventSeriesShape } from './event-parts.shape.ts'
import type { EventKind } from './event.entity.ts'
import { EventType } from './event.graphql.ts'
import { eventShape, isSeenEvent } from './event.shape.ts'
import type { EventState } from './event.states.ts'

@InputType('EventFilter', { description: '행사 목록 조건. What must hold; everything given must.' })
export class EventFilterInput implements EventFilter {
  @Field(() => String, { nullable: true, description: '낱말. In the title; all of them.' })
  words?: string | null

  @Field(() => [EventStateEnum], { nullable: true, description: '상태. Any of these.' })
  states?: EventState[] | null

  @Field(() => [EventKindEnum], { nullable: true, description: '종류. Any of these.' })
  kinds?: EventKind[] | null

  @Field(() => Int, { nullable: true, description: '연도. In which it takes place.' })
  year?: number | null

  @Field(() => ID, { nullable: true, description: '시리즈. Editions of this one.' })
  series?: string | null
}

@ObjectType({ simpleResolvers: true, description: '행사 한 건. An event in a list, with its cursor.' })
export class EventEdge {
  @Field(() => EventType, { description: '행사. The event.' })
  node!: EventType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({ simpleResolvers: true, description: '행사 목록. A page of events (Relay).' })
export class EventConnection {
  @Field(() => [EventEdge], { description: '항목. The events of the page.' })
  edges!: EventEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo

  /** What was asked, for the count. */
  narrow!: (conditions: Conditions) => void
}

const filterArg = { nullable: true, description: '조건. What must hold.' } as const

@Resolver(() => EventConnection)
export class EventLists {
  @FieldResolver(() => Int, { description: '전체 수. How many events there are; exact.' })
  totalCount(@Root() { narrow }: EventConnection, @Ctx() ctx: Context) {
    const conditions = new Conditions()
    narrow(conditions)
    return countRows(ctx, eventShape, conditions)
  }

  @Query(() => EventConnection, {
    description: '행사 목록. Of the centre of who asks, the latest first; empty for everybody else.',
  })
  events(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EventFilterInput, filterArg) filter: EventFilterInput | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return readEvents(ctx, info, page, conditions => {
      ofOwnCenter(conditions)
      narrowEvents(conditions, filter ?? {})
    })
  }

  @Query(() => EventConnection, {
    description: '공개 행사 목록. What every centre has made public, the latest first.',
  })
  publicEvents(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EventFilterInput, filterArg) filter: EventFilterInput | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return readEvents(ctx, info, page, conditions => {
      ofEverybody(conditions)
      narrowEvents(conditions, filter ?? {})
    })
  }
}

@Resolver()
export class EventQueries {
  @Query(() => EventType, {
    nullable: true,
    description: '행사 한 건. Null when there is none, or who asks may not see it.',
  })
  async event(
    @Arg('id', () => ID, { description: '행사. Which one.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const parsed = parseGlobalId(id)
    if (parsed?.tag !== 'event' || !isUuid(parsed.key)) return null
    const [row] = await readRows(ctx, info, {
      shape: eventShape,
      where: conditions => {
        conditions.add(`t.id = ${conditions.value(parsed.key)}::uuid`)
        conditions.add(`(${isSeenEvent('t', `${conditions.value(ctx.actor.personId)}::uuid`)})`)
      },
    })
    return row ?? null
  }

  @Query(() => [EventSeriesType], {
    description: '행사 시리즈 목록. Of the centre of who asks, by name; empty for everybody else.',
  })
  eventSeries(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRows(ctx, info, { shape: eventSeriesShape, where: ofOwnCenter, orderBy: 't.name' })
  }
}

async function readEvents(
  ctx: Context,
  info: GraphQLResolveInfo,
  page: PageArgs,
  narrow: (conditions: Conditions) => void,
): Promise<object> {
  const connection = await readConnection(ctx, info, {
    shape: eventShape,
    order: eventOrder,
    page: pageOf(page),
    where: narrow,
  })
  return { ...connection, narrow }
}
