import { Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { DateScalar, DateTimeScalar } from '../../platform/scalars.ts'
import { verbOf } from '../audit/event-names.ts'
import { BlockCodeEnum, ReviewActionEnum, VerdictEnum } from './vetting-enums.graphql.ts'

@ObjectType('StaffMember', {
  simpleResolvers: true,
  description: '담당자. Somebody of the same centre; shown to the staff of that centre only.',
})
export class StaffMemberType {
  @Field(() => ID, { description: '식별자. For assigning a case.' })
  id!: string

  @Field(() => String, { description: '이름. Personal data, shown within the centre only.' })
  name!: string
}

@ObjectType({ simpleResolvers: true, description: '막힌 단계. A step that cannot be taken now, and why.' })
export class BlockedAction {
  @Field(() => ReviewActionEnum, { description: '단계. What cannot be done.' })
  action!: string

  @Field(() => BlockCodeEnum, { description: '막힌 이유 코드. Why, for programs.' })
  code!: string

  @Field(() => String, { description: '막힌 이유. Why, for people.' })
  reason!: string

  @Field(() => [Int], { description: '관련 항목 번호. Numbers of the items it is about.' })
  items!: number[]
}

@ObjectType({
  simpleResolvers: true,
  description: '기록상 판정. What the records say to a requirement, worked out at the moment of asking.',
})
export class Evaluation {
  @Field(() => VerdictEnum, {
    nullable: true,
    description: '판정. MET, UNMET or UNCLEAR; null: no record can say, somebody has to look (심사 때 확인).',
  })
  verdict!: string | null

  @Field(() => Int, { nullable: true, description: '찾은 수. How many there are of what is counted.' })
  found!: number | null

  @Field(() => Int, { nullable: true, description: '필요한 수. How many are needed.' })
  needed!: number | null

  @Field(() => DateScalar, { nullable: true, description: '유효 종료일. Last day of the certification.' })
  until!: string | null

  @Field(() => DateScalar, { description: '기준일. Day (KST) for which it holds.' })
  asOf!: string
}

@ObjectType({ simpleResolvers: true, description: '바뀐 값. One field that an event has changed.' })
export class ReviewChange {
  @Field(() => String, { description: '항목. Name of the field, e.g. `state`, `items.3.verdict`.' })
  field!: string

  @Field(() => String, { nullable: true, description: '전. Before; null: nothing, or a text not repeated.' })
  from!: string | null

  @Field(() => String, { nullable: true, description: '후. After; null: nothing, or a text not repeated.' })
  to!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: '심사 기록. Something that happened to a case, and who did it.',
})
export class ReviewEvent {
  @Field(() => DateTimeScalar, { description: '일시. When.' })
  at!: string

  @Field(() => String, { description: '사건. What, e.g. `review.returned`.' })
  action!: string

  @Field(() => String, { description: '한 일. What, as people read it.' })
  verb!: string

  @Field(() => String, { description: '역할. As what: staff, lead, enterprise or system.' })
  role!: string

  @Field(() => StaffMemberType, { nullable: true, description: '한 사람. Who; null: the system.' })
  by!: StaffMemberType | null

  @Field(() => String, { nullable: true, description: '이유. Why, as it was written.' })
  reason!: string | null

  @Field(() => [ReviewChange], { description: '바뀐 값 목록. What it changed.' })
  changes!: ReviewChange[]
}

@Resolver(() => ReviewEvent)
export class ReviewEvents {
  @FieldResolver(() => String)
  verb(@Root() { verb }: ReviewEvent): string {
    return verbOf(verb)
  }
}

@ObjectType({ simpleResolvers: true, description: '신청 기록. Something that happened to an application.' })
export class ApplicationEvent {
  @Field(() => DateTimeScalar, { description: '일시. When.' })
  at!: string

  @Field(() => String, { description: '사건. What, e.g. `review.returned`.' })
  action!: string

  @Field(() => String, { description: '역할. By whom, as a role; the centre names nobody.' })
  role!: string

  @Field(() => String, { nullable: true, description: '이유. Why, as the centre wrote it.' })
  reason!: string | null
}

@ObjectType({ simpleResolvers: true, description: '점수. How far a case has come.' })
export class ReviewScore {
  @Field(() => Int, { description: '충족한 필수 항목 수. Required items accepted.' })
  requiredMet!: number

  @Field(() => Int, { description: '필수 항목 수. Required items.' })
  required!: number

  @Field(() => Int, { description: '점수. Points of the items accepted.' })
  points!: number

  @Field(() => Int, { description: '만점. Points there are.' })
  of!: number
}
