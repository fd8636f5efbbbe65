import type { GraphQLResolveInfo } from 'graphql'
import { Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { readField } from '../../platform/read/read-field.ts'
import { DateScalar, DateTimeScalar, WonScalar } from '../../platform/scalars.ts'
import {
  MeetingActionEnum,
  MeetingOriginEnum,
  MeetingStateEnum,
  NoShowSideEnum,
  PlaceKindEnum,
} from './meeting-enums.graphql.ts'
import {
  allowedMeetingActions,
  type MeetingAction,
  type MeetingState,
  type NoShowSide,
} from './meeting.states.ts'
import { OutcomeType } from './outcome.graphql.ts'

@ObjectType({ simpleResolvers: true, description: '상담 시간 칸. When a meeting takes place.' })
export class MeetingSlot {
  @Field(() => ID, { description: '식별자. Opaque and typed.' })
  id!: string

  @Field(() => DateScalar, { description: '날. The day (KST).' })
  onDate!: string

  @Field(() => DateTimeScalar, { description: '시작. From when.' })
  startsAt!: string

  @Field(() => DateTimeScalar, { description: '끝. Until when.' })
  endsAt!: string
}

@ObjectType({ simpleResolvers: true, description: '상담 자리. Where a meeting takes place.' })
export class MeetingPlace {
  @Field(() => ID, { description: '식별자. Opaque and typed.' })
  id!: string

  @Field(() => String, { description: '이름. As it is written on the spot.' })
  name!: string

  @Field(() => PlaceKindEnum, { description: '종류. Table, booth or video room.' })
  kind!: 'table' | 'booth' | 'video'

  @Field(() => String, { nullable: true, description: '구역. Part of the venue.' })
  area!: string | null

  @Field(() => String, { nullable: true, description: '화상 주소. Where a video room is entered.' })
  link!: string | null

  @Field(() => Int, { description: '동시 상담. Meetings at once.' })
  capacity!: number

  @Field(() => Boolean, { description: '현장 상담. Whether it takes walk-ins.' })
  takesWalkIns!: boolean
}

@ObjectType({ simpleResolvers: true, description: '예정품목. What the department plans to buy this year.' })
export class MeetingPlannedItem {
  @Field(() => String, { description: '품목. What it is.' })
  item!: string

  @Field(() => WonScalar, { nullable: true, description: '구매예정액. For how much.' })
  won!: number | null

  @Field(() => String, { nullable: true, description: '품목분류. Its code.' })
  category!: string | null
}

@ObjectType('Meeting', {
  simpleResolvers: true,
  description: '상담 한 건. For the centre, and for the two who meet.',
})
export class MeetingType {
  @Field(() => ID, { description: '식별자. Opaque and typed.' })
  id!: string

  @Field(() => Int, { description: '판. Counts up with every change.' })
  version!: number

  @Field(() => MeetingStateEnum, { description: '상태. How far it has come.' })
  state!: MeetingState

  @Field(() => MeetingOriginEnum, { description: '종류. How it came about.' })
  origin!: 'timetable' | 'walk_in'

  @Field(() => NoShowSideEnum, { nullable: true, description: '불참한 쪽. Who did not come.' })
  noShowSide!: NoShowSide | null

  @Field(() => String, { nullable: true, description: '이유. Of a no-show or a cancellation.' })
  reason!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: '시작한 때. When they sat down.' })
  startedAt!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: '끝난 때. When they stood up.' })
  endedAt!: string | null

  @Field(() => ID, { description: '기업 참여. Participation of the enterprise.' })
  enterpriseId!: string

  @Field(() => String, { description: '기업. Name of the enterprise.' })
  enterpriseName!: string

  @Field(() => ID, { nullable: true, description: '기관 참여. Null for a walk-in that takes no part.' })
  departmentId!: string | null

  @Field(() => String, { nullable: true, description: '기관·부서. Institution and department.' })
  departmentName!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: '기업 체크인. When the enterprise came.' })
  enterpriseArrivedAt!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: '기관 체크인. When the department came.' })
  departmentArrivedAt!: string | null

  @Field(() => MeetingSlot, { nullable: true, description: '시간 칸. When.' })
  slot!: MeetingSlot | null

  @Field(() => MeetingPlace, { nullable: true, description: '자리. Where.' })
  place!: MeetingPlace | null

  @Field(() => [OutcomeType], {
    description: '결과. Of each side as it says; a side reads its own only, the centre reads all.',
  })
  outcomes!: OutcomeType[]

  @Field(() => Boolean, {
    description:
      '결과 차이. Whether the two sides say different results or amounts, as far as one may read them.',
  })
  hasDifferingOutcomes!: boolean

  @Field(() => [MeetingPlannedItem], {
    description: '예정품목. What the department plans to buy this year, as far as one may see it.',
  })
  plannedItems!: MeetingPlannedItem[]
}

@Resolver(() => MeetingType)
export class MeetingFields {
  @FieldResolver(() => [MeetingActionEnum], {
    description: '가능한 조치. What the desk can do now; for participants, RECORD alone.',
  })
  allowedActions(
    @Root() row: object,
    @Ctx() { actor, now, today }: Context,
    @Info() info: GraphQLResolveInfo,
  ): MeetingAction[] {
    const stored = readField<{
      state: MeetingState
      hasStarted: boolean
      changedAt: string
      onDate: string | null
    }>(row, info)
    const standing = { ...stored, changedAt: new Date(stored.changedAt) }
    const actions = allowedMeetingActions(standing, now, today)
    const isDesk = actor.role === 'staff' || actor.role === 'lead'
    return isDesk ? actions : actions.filter(action => action === 'record')
  }
}
