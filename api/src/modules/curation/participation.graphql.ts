import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { parseGlobalId } from '../../platform/global-id.ts'
import { isUuid } from '../../platform/id.ts'
import { Node } from '../../platform/node.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { readRows } from '../../platform/read/read.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { EnterpriseType } from '../enterprises/enterprise.graphql.ts'
import { EventType } from '../events/event.graphql.ts'
import { StaffMemberType } from '../vetting/review-parts.graphql.ts'
import {
  NotSelectedReasonEnum,
  ParticipationActionEnum,
  ParticipationSideEnum,
  ParticipationStateEnum,
} from './curation-enums.graphql.ts'
import { isOwnOrDesks } from './hold-curation.ts'
import { participationShape } from './participation.shape.ts'
import { allowedSteps, isDesk, type Facts } from './standing.ts'

@ObjectType('Participation', {
  implements: Node,
  simpleResolvers: true,
  description:
    '참여. An enterprise or a department in an event, for the centre and for whoever takes part; the latter sees what it was told.',
})
export class ParticipationType extends Node {
  @Field(() => Int, { description: '판. Moves with every change; `expectedVersion` of the next one.' })
  version!: number

  @Field(() => ID, { description: '행사. Id of the event.' })
  eventId!: string

  @Field(() => EventType, { description: '행사. The event itself.' })
  event!: EventType

  @Field(() => ParticipationSideEnum, { description: '참여 쪽. Enterprise or department.' })
  side!: string

  @Field(() => String, { description: '이름. Of the enterprise, or of the institution and its department.' })
  name!: string

  @Field(() => EnterpriseType, { nullable: true, description: '기업. Null: it is a department.' })
  enterprise!: EnterpriseType | null

  @Field(() => ID, { nullable: true, description: '부서. Null: it is an enterprise.' })
  departmentId!: string | null

  @Field(() => String, { nullable: true, description: '참여그룹. Name of a group of the event.' })
  group!: string | null

  @Field(() => ParticipationStateEnum, { description: '상태. To the participant, as far as it was told.' })
  state!: string

  @Field(() => String, { nullable: true, description: '신청 내용. What it says to the centre.' })
  statement!: string | null

  @Field(() => Int, { description: '동시 상담. Meetings it can hold at once.' })
  seats!: number

  @Field(() => Int, { nullable: true, description: '상담 상한. Null: as many as there is time for.' })
  meetingsMost!: number | null

  @Field(() => Boolean, {
    description: '시간 수정 가능. Whether who asks may say now when and how often it can meet.',
  })
  canSetAvailability!: boolean

  @Field(() => Int, { nullable: true, description: '대기 순번. Null: it does not wait.' })
  waitNumber!: number | null

  @Field(() => NotSelectedReasonEnum, { nullable: true, description: '미선정 이유 코드. For the desk.' })
  reasonCode!: string | null

  @Field(() => String, { nullable: true, description: '미선정 이유. As the letter says it.' })
  reason!: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '결정 일시. To the participant: when it was told.',
  })
  decidedAt!: string | null

  @Field(() => StaffMemberType, { nullable: true, description: '결정한 사람. For the desk.' })
  decidedBy!: StaffMemberType | null

  @Field(() => DateTimeScalar, { nullable: true, description: '알린 일시. Null: the letter has not left.' })
  letterSentAt!: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '회신 기한. Until when an answer is waited for.',
  })
  replyUntil!: string | null

  @Field(() => DateTimeScalar, { description: '신청 일시. When it applied or was invited.' })
  appliedAt!: string

  @Field(() => [ID], { description: '회차. Rounds it takes part in; none: all of them.' })
  roundIds!: string[]

  @Field(() => [ID], { description: '안 되는 시간. Slots in which it cannot meet anybody.' })
  awaySlotIds!: string[]

  @Field(() => Int, { description: '희망 수. How many want to meet it, as far as who asks may know.' })
  wishCount!: number
}

@Resolver(() => ParticipationType)
export class ParticipationFields {
  @FieldResolver(() => [ParticipationActionEnum], {
    description: '할 수 있는 단계. What the person who asks may do next.',
  })
  allowedActions(@Root() row: { allowedActions: Facts }, @Ctx() { actor, now }: Context) {
    return allowedSteps(row.allowedActions, actor, now)
  }

  @FieldResolver(() => Boolean, {
    description: '이해관계. Whether the member of staff who asks has ties, and a colleague has to decide.',
  })
  hasConflict(@Root() row: { hasConflict: Facts }, @Ctx() { actor }: Context) {
    return isDesk(actor) && row.hasConflict.hasConflict
  }

  @Query(() => ParticipationType, {
    nullable: true,
    description: '참여 한 건. Null when there is none, or it is neither one’s own nor of one’s centre.',
  })
  async participation(
    @Arg('id', () => ID, { description: '참여. Which one.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const parsed = parseGlobalId(id)
    if (parsed?.tag !== 'participation' || !isUuid(parsed.key)) return null
    const [row] = await readRows(ctx, info, {
      shape: participationShape,
      where: conditions => {
        conditions.add(`t.id = ${conditions.value(parsed.key)}::uuid`)
        conditions.add(isOwnOrDesks('t'))
      },
    })
    return row ?? null
  }

  @Query(() => [ParticipationType], {
    description:
      '내 참여. Participations of the enterprises and departments that the person acts for, the latest first.',
  })
  ownParticipations(
    @Arg('first', () => Int, { defaultValue: 50, description: '몇 건. 1 to 100.' }) first: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    pageOf({ first })
    return readRows(ctx, info, {
      shape: participationShape,
      where: conditions =>
        conditions.add(
          '(t.enterprise_id = any(scope_enterprises()) or t.department_id = any(scope_departments()))',
        ),
      orderBy: 't.created_at desc, t.id desc',
      limit: first,
    })
  }
}
