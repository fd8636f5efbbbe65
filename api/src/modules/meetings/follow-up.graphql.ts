import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { countRows, readConnection } from '../../platform/page/connection.ts'
import { PageArgs, PageInfo } from '../../platform/page/page.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { readOne } from '../../platform/read/read.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { personOf, requireRole } from '../accounts/require-role.ts'
import { followUpShape } from './follow-up.shape.ts'
import {
  arrangeConsultation,
  finishFollowUp,
  followUpOrder,
  narrowFollowUps,
  reopenFollowUp,
  type FollowUpFilter,
} from './follow-ups.ts'
import { MeetingType } from './meeting.graphql.ts'

const FollowUpKindEnum = { STEP: 'step', CONSULTATION: 'consultation' } as const
registerEnumType(FollowUpKindEnum, {
  name: 'FollowUpKind',
  description: '후속 조치 종류. What sort.',
  valuesConfig: {
    STEP: { description: '다음 할 일. What an outcome named as the next step.' },
    CONSULTATION: { description: '추가 상담. Another consultation, arranged by the centre.' },
  },
})

@ObjectType('FollowUp', {
  simpleResolvers: true,
  description: '후속 조치. What is still to be done after a meeting.',
})
export class FollowUpType {
  @Field(() => ID, { description: '식별자. Opaque and typed.' })
  id!: string

  @Field(() => Int, { description: '판. Counts up with every change.' })
  version!: number

  @Field(() => FollowUpKindEnum, { description: '종류. What sort.' })
  kind!: 'step' | 'consultation'

  @Field(() => String, { description: '할 일. What is to be done.' })
  what!: string

  @Field(() => DateScalar, { description: '기한. Until when (KST).' })
  dueOn!: string

  @Field(() => DateScalar, { nullable: true, description: '마친 날. Null: still open.' })
  doneOn!: string | null

  @Field(() => String, { nullable: true, description: '결과. What came of it.' })
  result!: string | null

  @Field(() => Boolean, { description: '기한 지남. Whether it is open and its day has passed.' })
  isOverdue!: boolean

  @Field(() => MeetingType, { description: '상담. The meeting it comes from.' })
  meeting!: MeetingType
}

@ObjectType({
  simpleResolvers: true,
  description: '후속 조치 한 건. A follow-up in a list, with its cursor.',
})
export class FollowUpEdge {
  @Field(() => FollowUpType, { description: '후속 조치. The follow-up.' })
  node!: FollowUpType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({ simpleResolvers: true, description: '후속 조치 목록. A page of follow-ups (Relay).' })
export class FollowUpConnection {
  @Field(() => [FollowUpEdge], { description: '항목. The follow-ups of the page.' })
  edges!: FollowUpEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo

  readonly asked!: FollowUpFilter
}

const which = { description: '후속 조치. Which one.' }
const seen = { description: '본 판. `version` as it was read; CONFLICT when somebody was faster.' }

@Resolver(() => FollowUpConnection)
export class FollowUps {
  @FieldResolver(() => Int, { description: '전체 건수. How many there are; exact.' })
  totalCount(@Root() { asked }: FollowUpConnection, @Ctx() ctx: Context) {
    const conditions = new Conditions()
    narrowFollowUps(conditions, asked, ctx.today)
    return countRows(ctx, followUpShape, conditions)
  }

  @Query(() => FollowUpConnection, {
    description:
      '후속 조치 목록. The earliest day first; all of the centre for its staff, and to participants their own.',
  })
  async followUps(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('eventId', () => ID, { nullable: true, description: '행사. Of one event only.' })
    eventId: string | null | undefined,
    @Arg('isDone', () => Boolean, { nullable: true, description: '마침. Done ones, or open ones.' })
    isDone: boolean | null | undefined,
    @Arg('isOverdue', () => Boolean, { nullable: true, description: '기한 지남. Late ones, or the others.' })
    isOverdue: boolean | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    personOf(ctx)
    const asked = {
      eventId: eventId == null ? null : keyOf('event', eventId, 'eventId'),
      isDone: isDone ?? null,
      isOverdue: isOverdue ?? null,
    }
    const connection = await readConnection(ctx, info, {
      shape: followUpShape,
      order: followUpOrder,
      page: pageOf(page),
      where: conditions => narrowFollowUps(conditions, asked, ctx.today),
    })
    return { ...connection, asked }
  }

  @Mutation(() => FollowUpType, { description: '후속 조치 마침. What was to be done has been done.' })
  async finishFollowUp(
    @Arg('id', () => ID, which) id: string,
    @Arg('result', () => String, { nullable: true, description: '결과. What came of it.' })
    result: string | null | undefined,
    @Arg('doneOn', () => DateScalar, { nullable: true, description: '마친 날. Left out: today.' })
    doneOn: string | null | undefined,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const found = { id: keyOf('followup', id), expectedVersion }
    const done = { result: result ?? null, doneOn: doneOn ?? null }
    return readOne(ctx, info, followUpShape, await finishFollowUp(ctx, found, done))
  }

  @Mutation(() => FollowUpType, { description: '후속 조치 다시 열기. It was not done after all.' })
  async reopenFollowUp(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const found = { id: keyOf('followup', id), expectedVersion }
    return readOne(ctx, info, followUpShape, await reopenFollowUp(ctx, found))
  }

  @Mutation(() => FollowUpType, {
    description: '추가 상담. Another consultation of the two who met, after the event.',
  })
  async arrangeConsultation(
    @Arg('meetingId', () => ID, { description: '상담. Who met.' }) meetingId: string,
    @Arg('what', () => String, { description: '할 일. What it is to be about.' }) what: string,
    @Arg('dueOn', () => DateScalar, { description: '기한. On or before which day.' }) dueOn: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const id = await arrangeConsultation(ctx, keyOf('meeting', meetingId, 'meetingId'), { what, dueOn })
    return readOne(ctx, info, followUpShape, id)
  }
}
