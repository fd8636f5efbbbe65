import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { ParticipationStateEnum } from './curation-enums.graphql.ts'
import { ParticipationType } from './participation.graphql.ts'
import './quota-checks.ts'
import { readChanges } from './read-changes.ts'
import { readCuration } from './read-curation.ts'

@ObjectType({ simpleResolvers: true, description: '쪽별 건수. Participations of one side, by state.' })
export class SideCounts {
  @Field(() => Int, { nullable: true, description: '정원. How many are wanted; null: as many as come.' })
  wanted!: number | null

  @Field(() => Int, { description: '전체. All of them.' })
  all!: number

  @Field(() => Int, { description: '초청. Have not answered.' })
  invited!: number

  @Field(() => Int, { description: '신청. Not decided yet.' })
  applied!: number

  @Field(() => Int, { description: '확정. Take part; each counted once.' })
  confirmed!: number

  @Field(() => Int, { description: '대기. Wait.' })
  waitlisted!: number

  @Field(() => Int, { description: '미선정. Not this time.' })
  notSelected!: number

  @Field(() => Int, { description: '참가 사양. Have declined.' })
  declined!: number
}

@ObjectType({ simpleResolvers: true, description: '정원 현황. A quota and how many confirmed ones it has.' })
export class QuotaStanding {
  @Field(() => String, { description: '이름. What is counted (Korean).' })
  label!: string

  @Field(() => Int, { description: '현재. Confirmed now; one of two kinds counts in both.' })
  have!: number

  @Field(() => Int, { nullable: true, description: '최소. At least so many.' })
  min!: number | null

  @Field(() => Int, { nullable: true, description: '최대. At most so many.' })
  max!: number | null

  @Field(() => Boolean, { description: '부족. Fewer than `min`.' })
  isShort!: boolean

  @Field(() => Boolean, { description: '참. As many as `max`, or more.' })
  isFull!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description: '종류별 확정. How many confirmed enterprises are of a kind.',
})
export class KindCount {
  @Field(() => String, { description: '인증 종류. Its name.' })
  label!: string

  @Field(() => Int, { description: '기업 수. An enterprise of two kinds counts in both.' })
  count!: number
}

@ObjectType('CurationWeights', {
  simpleResolvers: true,
  description: '순위 비중. By what applicants of an event are ranked; points themselves nobody edits.',
})
export class CurationWeightsType {
  @Field(() => Int, { description: '판. For `expectedVersion` of a change; 0: never changed.' })
  version!: number

  @Field(() => Int, { description: '구매예정 품목. Points for planned items that it can supply.' })
  items!: number

  @Field(() => Int, { description: '품목 만점 기준. So many items that fit wholly give all points.' })
  itemsFull!: number

  @Field(() => Int, { description: '공급능력. Points for a confirmed capacity; half for one not looked at.' })
  capacity!: number

  @Field(() => Int, { description: '납품실적. Points for delivery records.' })
  records!: number

  @Field(() => Int, { description: '실적 만점 기준. So many confirmed records give all points.' })
  recordsFull!: number

  @Field(() => Int, { description: '실적 인정 기간. Records of the last so many years count.' })
  recordYears!: number

  @Field(() => Int, { description: '납품조건. Points for confirmed delivery terms.' })
  terms!: number

  @Field(() => Int, { description: '지난 참가. Points for coming back, less for meetings missed.' })
  returner!: number

  @Field(() => Int, { description: '첫 참가. Points for coming for the first time.' })
  newcomer!: number

  @Field(() => Int, { description: '정원 보충. Points for filling a quota that is short.' })
  need!: number
}

@ObjectType({
  simpleResolvers: true,
  description: '되돌릴 결정. One act of who asks that can be taken back.',
})
export class UndoableAct {
  @Field(() => Int, { description: '건수. How many participations it changed.' })
  count!: number

  @Field(() => String, { description: '이름. Of one of them.' })
  name!: string

  @Field(() => ParticipationStateEnum, { description: '전 상태. What it would be again.' })
  from!: string

  @Field(() => ParticipationStateEnum, { description: '지금 상태. What it was made.' })
  to!: string
}

@ObjectType({ simpleResolvers: true, description: '선정. The participants of an event in figures.' })
export class Curation {
  @Field(() => ID, { description: '행사. Which event.' })
  eventId!: string

  @Field(() => String, { description: '행사 이름. Its title.' })
  title!: string

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '신청 마감. Until when applications are taken.',
  })
  applyUntil!: string | null

  @Field(() => Boolean, { description: '결정 가능. Whether decisions are taken now.' })
  canDecide!: boolean

  @Field(() => Boolean, { description: '결과 발송 가능. Whether letters can be sent now.' })
  canSendLetters!: boolean

  @Field(() => SideCounts, { description: '기업. Enterprises, by state.' })
  enterprises!: SideCounts

  @Field(() => SideCounts, { description: '부서. Departments, by state.' })
  departments!: SideCounts

  @Field(() => [QuotaStanding], { description: '정원 현황. Of enterprises, live.' })
  quotas!: QuotaStanding[]

  @Field(() => [KindCount], {
    description: '종류별 확정. Adds up to more than `enterprises.confirmed` where one is of two kinds.',
  })
  kinds!: KindCount[]

  @Field(() => CurationWeightsType, { description: '순위 비중. What counts now.' })
  weights!: CurationWeightsType

  @Field(() => [UndoableAct], { description: '되돌릴 결정. Own acts, the latest first; at most 50.' })
  undoable!: UndoableAct[]

  @Field(() => Int, { description: '보낼 편지. Decisions that nobody has been told of.' })
  lettersDue!: number

  @Field(() => String, { description: '변경 커서. For `curationChanges`.' })
  cursor!: string
}

@ObjectType({ simpleResolvers: true, description: '선정 변경. What has changed since a cursor.' })
export class CurationChanges {
  @Field(() => String, { description: '변경 커서. For asking again.' })
  cursor!: string

  @Field(() => [ParticipationType], { description: '참여. Changed or new since; at most 1,000.' })
  participations!: ParticipationType[]
}

const which = { description: '행사. Which event.' }

@Resolver()
export class CurationQueries {
  @Query(() => Curation, {
    nullable: true,
    description: '선정. Null when there is no such event in the centre of the staff who ask.',
  })
  curation(@Arg('eventId', () => ID, which) eventId: string, @Ctx() ctx: Context) {
    return readCuration(ctx, keyOf('event', eventId, 'eventId'))
  }

  @Query(() => CurationChanges, {
    nullable: true,
    description: '선정 변경. Cheap, for asking every other second; null when there is no such event.',
  })
  curationChanges(
    @Arg('eventId', () => ID, which) eventId: string,
    @Arg('since', () => String, { description: '변경 커서. As `curation` or the last answer gave it.' })
    since: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readChanges(ctx, info, keyOf('event', eventId, 'eventId'), since)
  }
}
