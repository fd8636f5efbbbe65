import { Field, ID, InputType, Int } from 'type-graphql'
import { DateScalar, DateTimeScalar } from '../../platform/scalars.ts'
import type { EventValues } from './event-values.ts'
import { EventKindEnum } from './event-enums.graphql.ts'
import type { EventKind } from './event.entity.ts'

@InputType({ description: '행사 세부. What can be left unsaid of any event.' })
abstract class EventDetails implements EventValues {
  @Field(() => String, { nullable: true, description: '주최. At most 120 characters.' })
  host?: string | null

  @Field(() => String, { nullable: true, description: '장소. At most 200 characters.' })
  venue?: string | null

  @Field(() => String, { nullable: true, description: '소개. At most 2,000 characters.' })
  summary?: string | null

  @Field(() => Boolean, { nullable: true, description: '공개. Whether everybody may see it.' })
  isPublic?: boolean | null

  @Field(() => ID, {
    nullable: true,
    description: '기준. Any version of a set for events; the one in force counts.',
  })
  requirementSet?: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: '신청 마감. With a zone, e.g. `+09:00`.' })
  applyUntil?: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: '희망 마감. With a zone, e.g. `+09:00`.' })
  wishesUntil?: Date | null

  @Field(() => Int, { nullable: true, description: '회신 기한. Days, 1 to 60.' })
  replyDays?: number | null

  @Field(() => Int, { nullable: true, description: '기업 정원. 1 to 10,000.' })
  enterprisesWanted?: number | null

  @Field(() => Int, { nullable: true, description: '부서 정원. 1 to 10,000.' })
  departmentsWanted?: number | null

  @Field(() => Int, {
    nullable: true,
    description: '상담 시간. Minutes, 5 to 480; of slots made from now on.',
  })
  slotMinutes?: number | null

  @Field(() => Int, {
    nullable: true,
    description: '이동 시간. Minutes, 0 to 240; of slots made from now on.',
  })
  gapMinutes?: number | null

  @Field(() => Int, { nullable: true, description: '공평성. 0 to 50.' })
  fairness?: number | null
}

@InputType({ description: '행사 항목. What changes; nothing said leaves a thing as it is, null clears it.' })
export class EventChanges extends EventDetails {
  @Field(() => EventKindEnum, { nullable: true, description: '종류. What sort of event.' })
  kind?: EventKind | null

  @Field(() => String, { nullable: true, description: '제목. 1 to 120 characters.' })
  title?: string | null

  @Field(() => Int, { nullable: true, description: '연도. 2000 to 2100.' })
  year?: number | null
}

@InputType({ description: '새 행사. An edition of a series, as a draft with one round.' })
export class NewEventInput extends EventDetails {
  @Field(() => String, {
    description: '시리즈 이름. What it is an edition of; a name that is new begins a series.',
  })
  series!: string

  @Field(() => Int, {
    nullable: true,
    description: '회. Which edition, 1 to 500; null: the one after the last that is here.',
  })
  edition?: number | null

  @Field(() => EventKindEnum, { description: '종류. What sort of event.' })
  kind!: EventKind

  @Field(() => String, { description: '제목. 1 to 120 characters.' })
  title!: string

  @Field(() => Int, { description: '연도. 2000 to 2100.' })
  year!: number
}

@InputType({ description: '행사 복사. How the next edition differs from the one copied.' })
export class CopyEventInput {
  @Field(() => Int, { nullable: true, description: '연도. Null: the year after.' })
  year?: number | null

  @Field(() => String, { nullable: true, description: '제목. Null: the same with the year put right.' })
  title?: string | null

  @Field(() => DateScalar, {
    nullable: true,
    description: '첫날. Everything moves by as many days; null: the same weekday 52 weeks later.',
  })
  firstDay?: string | null
}
