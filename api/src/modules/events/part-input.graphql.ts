import { Field, ID, InputType, Int } from 'type-graphql'
import { PlaceKindEnum, QuotaSortEnum } from './event-enums.graphql.ts'
import type { EventPlace } from './event-place.entity.ts'
import type { QuotaSort } from './event.entity.ts'
import type { PlaceValues } from './change-places.ts'

@InputType({ description: '회차. One round of an event.' })
export class EventRoundInput {
  @Field(() => ID, { nullable: true, description: '식별자. Of the round it continues; null: a new one.' })
  id?: string | null

  @Field(() => String, { description: '제목. 1 to 120 characters.' })
  title!: string

  @Field(() => String, { nullable: true, description: '주제. At most 200 characters.' })
  theme?: string | null

  @Field(() => Boolean, { defaultValue: false, description: '온라인. Whether people meet by video.' })
  isOnline!: boolean

  @Field(() => Int, {
    defaultValue: 0,
    description: '구역 사이 이동 시간. Minutes from one zone of the venue to another, 0 to 240.',
  })
  travelMinutes!: number
}

@InputType({ description: '자리 항목. What changes; nothing said leaves a thing as it is, null clears it.' })
export class PlaceChanges implements PlaceValues {
  @Field(() => String, { nullable: true, description: '구역. Part of the venue.' })
  area?: string | null

  @Field(() => String, {
    nullable: true,
    description: '화상 주소. Begins with https://; of video rooms only.',
  })
  link?: string | null

  @Field(() => Int, { nullable: true, description: '정원. Meetings at once, 1 to 100.' })
  capacity?: number | null

  @Field(() => Boolean, { nullable: true, description: '현장 상담. Whether people may walk in.' })
  takesWalkIns?: boolean | null

  @Field(() => Boolean, { nullable: true, description: '접근 가능. Whether a wheelchair gets there.' })
  isAccessible?: boolean | null
}

@InputType({ description: '새 자리. One or many, alike but for their names.' })
export class NewPlacesInput extends PlaceChanges {
  @Field(() => PlaceKindEnum, { description: '종류. Table, booth or video room.' })
  kind!: EventPlace['kind']

  @Field(() => String, { description: '이름. One or many: `T1–T14, 안내석` means fifteen places.' })
  names!: string

  @Field(() => ID, { nullable: true, description: '회차. Of one round only; null: of all.' })
  round?: string | null
}

@InputType({ description: '프로그램 항목. What everybody is asked to.' })
export class ProgrammeItemInput {
  @Field(() => ID, { description: '날. A day of the event.' })
  day!: string

  @Field(() => String, { description: '시작 시각. `HH:MM` in Seoul.' })
  from!: string

  @Field(() => String, { description: '끝 시각. `HH:MM` in Seoul, after the beginning; 24:00 at most.' })
  until!: string

  @Field(() => String, { description: '제목. 1 to 120 characters.' })
  title!: string

  @Field(() => String, { nullable: true, description: '곳. At most 120 characters.' })
  place?: string | null
}

@InputType({ description: '정원 조건. How many of a sort; at least one of the two numbers.' })
export class EventQuotaInput {
  @Field(() => QuotaSortEnum, { description: '구분. What sort it counts.' })
  what!: QuotaSort

  @Field(() => String, {
    nullable: true,
    description: '값. Code, or id of a group; null with RETURNING and NEW.',
  })
  value?: string | null

  @Field(() => Int, { nullable: true, description: '최소. 0 to 10,000.' })
  minimum?: number | null

  @Field(() => Int, { nullable: true, description: '최대. 0 to 10,000.' })
  maximum?: number | null
}

@InputType({ description: '참여그룹. A group of an event that is no certificate.' })
export class ParticipantGroupInput {
  @Field(() => ID, { nullable: true, description: '식별자. Of the group it continues; null: a new one.' })
  id?: string | null

  @Field(() => String, { description: '이름. 1 to 80 characters.' })
  name!: string

  @Field(() => String, { nullable: true, description: '설명. At most 300 characters.' })
  note?: string | null
}
