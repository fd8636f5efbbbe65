import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { Node } from '../../platform/node.graphql.ts'
import { readField } from '../../platform/read/read-field.ts'
import { Refusal } from '../../platform/refusal.ts'
import { DateScalar, DateTimeScalar } from '../../platform/scalars.ts'
import { EnterpriseType } from '../enterprises/enterprise.graphql.ts'
import { RequirementSetType } from '../vetting/requirement-set.graphql.ts'
import { adviceOf, type Capacity } from './capacity.ts'
import { EventKindEnum, EventStateEnum, EventStepEnum } from './event-enums.graphql.ts'
import type { EventFacts } from './event-facts.ts'
import {
  EventPlaceType,
  EventQuotaType,
  EventRoundType,
  EventSeriesType,
  ParticipantGroupType,
  ProgrammeItemType,
} from './event-parts.graphql.ts'
import { isOpenToChange, lacksOf, standingOf } from './event-standing.ts'

@ObjectType({ simpleResolvers: true, description: '남은 것. Something that an event still lacks.' })
export class EventLack {
  @Field(() => String, { description: '코드. What, for programs, e.g. NO_DEADLINE.' })
  code!: string

  @Field(() => Int, { description: '수. How many are lacking.' })
  count!: number

  @Field(() => [String], { description: '이름 목록. What these are called; empty where that is not known.' })
  names!: string[]

  @Field(() => String, { description: '설명. What, for people.' })
  reason!: string

  @Field(() => [EventStepEnum], { description: '막는 단계. Steps that it stands in the way of.' })
  blocks!: string[]
}

@ObjectType({ simpleResolvers: true, description: '막힌 단계. A step that cannot be taken now, and why.' })
export class BlockedEventStep {
  @Field(() => EventStepEnum, { description: '단계. What cannot be done.' })
  action!: string

  @Field(() => [EventLack], { description: '이유. What stands in its way.' })
  lacks!: EventLack[]

  @Field(() => Boolean, {
    description: '사유로 진행 가능. Whether it can be taken all the same by saying why; that is kept.',
  })
  yieldsToReason!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description: '자리 계산. How many places a round needs at once: meetings over slots, and some more.',
})
export class RoundCapacity {
  @Field(() => Int, { description: '상담 수. Meetings to be held.' })
  meetings!: number

  @Field(() => Int, { description: '칸 수. Slots of the round.' })
  slots!: number

  @Field(() => Int, { description: '자리 수. Meetings that its places hold at once.' })
  places!: number

  @Field(() => Int, { description: '전체 자리. Meetings that its places hold in all slots together.' })
  seats!: number

  @Field(() => Int, {
    nullable: true,
    description: '필요한 자리. At least so many; null: there are no slots.',
  })
  needed!: number | null

  @Field(() => Int, { nullable: true, description: '권장 자리부터. 10 % more than needed.' })
  advisedFrom!: number | null

  @Field(() => Int, { nullable: true, description: '권장 자리까지. 20 % more than needed.' })
  advisedUntil!: number | null

  @Field(() => Boolean, { description: '충분함. Whether the places hold all meetings.' })
  isEnough!: boolean
}

@ObjectType('Event', {
  implements: Node,
  simpleResolvers: true,
  description:
    '행사. One edition of a briefing, a consultation or a matching day; seen by its centre, by who takes part and, once it is public, by everybody.',
})
export class EventType extends Node {
  @Field(() => Int, { description: '판. Moves with every change; `expectedVersion` of the next one.' })
  version!: number

  @Field(() => EventSeriesType, { description: '시리즈. What it is an edition of.' })
  series!: EventSeriesType

  @Field(() => Int, { description: '회. Which edition of its series.' })
  edition!: number

  @Field(() => EventKindEnum, { description: '종류. What sort of event.' })
  kind!: string

  @Field(() => String, { description: '제목. What it is called.' })
  title!: string

  @Field(() => Int, { description: '연도. In which it takes place.' })
  year!: number

  @Field(() => String, { nullable: true, description: '주최. Who holds it.' })
  host!: string | null

  @Field(() => String, { nullable: true, description: '장소. Where it takes place.' })
  venue!: string | null

  @Field(() => String, { nullable: true, description: '소개. What it is about.' })
  summary!: string | null

  @Field(() => EventStateEnum, { description: '상태. Where it stands.' })
  state!: string

  @Field(() => Boolean, { description: '공개. Whether everybody may see it, once it is no draft.' })
  isPublic!: boolean

  @Field(() => RequirementSetType, {
    nullable: true,
    description: '기준. The version in force of what enterprises are chosen by; null: none.',
  })
  requirementSet!: RequirementSetType | null

  @Field(() => DateTimeScalar, { nullable: true, description: '신청 마감. Until when applications come in.' })
  applyUntil!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: '희망 마감. Until when wishes come in.' })
  wishesUntil!: string | null

  @Field(() => Int, { description: '회신 기한. Days that an invited participant has for an answer.' })
  replyDays!: number

  @Field(() => Int, { nullable: true, description: '기업 정원. How many enterprises are wanted.' })
  enterprisesWanted!: number | null

  @Field(() => Int, { nullable: true, description: '부서 정원. How many departments are wanted.' })
  departmentsWanted!: number | null

  @Field(() => Int, { description: '상담 시간. Minutes of a slot.' })
  slotMinutes!: number

  @Field(() => Int, { description: '이동 시간. Minutes between slots.' })
  gapMinutes!: number

  @Field(() => Int, { description: '공평성. How far the breaks of two participants may differ.' })
  fairness!: number

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '구매예정품목 공유 일시. When plans were opened to the enterprises; null: not yet.',
  })
  plansSharedAt!: string | null

  @Field(() => DateScalar, { nullable: true, description: '첫날. Null: no day yet.' })
  firstDay!: string | null

  @Field(() => DateScalar, { nullable: true, description: '마지막 날. Null: no day yet.' })
  lastDay!: string | null

  @Field(() => [EventRoundType], { description: '회차 목록. In order.' })
  rounds!: EventRoundType[]

  @Field(() => [EventPlaceType], { description: '자리 목록. In order.' })
  places!: EventPlaceType[]

  @Field(() => [ProgrammeItemType], { description: '프로그램. In order.' })
  programme!: ProgrammeItemType[]

  @Field(() => [EventQuotaType], { description: '정원 조건. For the staff of its centre; else empty.' })
  quotas!: EventQuotaType[]

  @Field(() => [ParticipantGroupType], { description: '참여그룹 목록. By name.' })
  groups!: ParticipantGroupType[]

  @Field(() => [EventType], {
    description: '다른 회. Other editions that who asks may see, the latest first.',
  })
  editions!: EventType[]

  @Field(() => Int, { description: '확정 기업 수. Enterprises that take part.' })
  confirmedEnterprises!: number

  @Field(() => Int, { description: '확정 부서 수. Departments that take part.' })
  confirmedDepartments!: number

  @Field(() => [EnterpriseType], {
    description: '참여 기업. Of a public event whose participants stand; empty before that.',
  })
  publishedEnterprises!: EnterpriseType[]

  @Field(() => [String], {
    description: '참여 기관. Names, of a public event whose participants stand; empty before that.',
  })
  publishedInstitutions!: string[]
}

@Resolver(() => EventType)
export class EventFields {
  @FieldResolver(() => [EventLack], {
    description: '남은 것. What it still lacks; for the staff of its centre, else empty.',
  })
  readiness(@Root() row: { readiness: EventFacts }, @Ctx() ctx: Context): object[] {
    return lacksOf(row.readiness, ctx)
  }

  @FieldResolver(() => Boolean, {
    description: '수정 가능. Whether the person who asks may change its setup: not once it has been held.',
  })
  canChange(@Root() row: { canChange: EventFacts }): boolean {
    return isOpenToChange(row.canChange)
  }

  @FieldResolver(() => [EventStepEnum], {
    description: '할 수 있는 단계. What the person who asks may do next.',
  })
  allowedActions(@Root() row: { allowedActions: EventFacts }, @Ctx() ctx: Context) {
    return standingOf(row.allowedActions, ctx).allowed
  }

  @FieldResolver(() => [BlockedEventStep], {
    description: '막힌 단계. Steps that exist here for the person who asks, and what stands in their way.',
  })
  blockedActions(@Root() row: { blockedActions: EventFacts }, @Ctx() ctx: Context): object[] {
    return standingOf(row.blockedActions, ctx).blocked
  }
}

const mostMeetings = 100_000

@Resolver(() => EventRoundType)
export class EventRoundFields {
  @FieldResolver(() => RoundCapacity, {
    nullable: true,
    description: '자리 계산. For the staff of its centre; null for everybody else.',
  })
  capacity(
    @Root() row: object,
    @Arg('meetings', () => Int, {
      nullable: true,
      description: '상담 수. 0 to 100,000; null: as many as matches are chosen.',
    })
    meetings: number | null | undefined,
    @Info() info: GraphQLResolveInfo,
  ): object | null {
    if (meetings != null && (meetings < 0 || meetings > mostMeetings))
      throw new Refusal(
        'BAD_USER_INPUT',
        `\`meetings\` is ${meetings}; expected 0 to ${mostMeetings}.`,
        'meetings',
      )
    const figures = readField<Capacity | null>(row, info)
    return figures && adviceOf(figures)
  }
}
