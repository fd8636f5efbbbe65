import { Field, ID, Int, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../../platform/scalars.ts'

@ObjectType({ simpleResolvers: true, description: '때와 자리. When and where a meeting is or was.' })
export class TimetableWhere {
  @Field(() => DateTimeScalar, { nullable: true, description: '시작. Null: the slot is gone.' })
  startsAt!: string | null

  @Field(() => String, { description: '자리. Its name.' })
  place!: string
}

@ObjectType({ simpleResolvers: true, description: '바뀐 상담. One meeting that differs.' })
export class TimetableChange {
  @Field(() => ID, { description: '매칭. Which pair.' })
  matchId!: string

  @Field(() => String, { description: '기업. Its name.' })
  enterpriseName!: string

  @Field(() => String, { description: '부서. Institution and department.' })
  departmentName!: string

  @Field(() => TimetableWhere, { nullable: true, description: '전. Null: it is new.' })
  from!: TimetableWhere | null

  @Field(() => TimetableWhere, { nullable: true, description: '후. Null: it is off.' })
  to!: TimetableWhere | null
}

@ObjectType({ simpleResolvers: true, description: '바뀐 것. What differs between two versions.' })
export class TimetableDiff {
  @Field(() => Int, { description: '옮김. At another time or place.' })
  moved!: number

  @Field(() => Int, { description: '새 상담. Not in the version before.' })
  added!: number

  @Field(() => Int, { description: '빠짐. No longer there.' })
  off!: number

  @Field(() => Int, { description: '그대로. At the same time and place.' })
  same!: number

  @Field(() => Int, { description: '알릴 참여자. Participants for whom something differs.' })
  notify!: number

  @Field(() => [TimetableChange], { description: '목록. Every meeting that differs.' })
  lines!: TimetableChange[]
}
