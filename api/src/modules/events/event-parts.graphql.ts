import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Node } from '../../platform/node.graphql.ts'
import { DateScalar, DateTimeScalar } from '../../platform/scalars.ts'
import { PlaceKindEnum, QuotaSortEnum, SessionEnum } from './event-enums.graphql.ts'

@ObjectType('EventSeries', {
  implements: Node,
  simpleResolvers: true,
  description: '행사 시리즈. What the editions of an event have in common, so that they compare.',
})
export class EventSeriesType extends Node {
  @Field(() => String, { description: '이름. Without year or edition.' })
  name!: string

  @Field(() => Int, { description: '다음 회. Number that a new edition would get.' })
  nextEdition!: number
}

@ObjectType('EventSlot', {
  implements: Node,
  simpleResolvers: true,
  description: '시간 칸. One stretch of time in which a meeting takes place.',
})
export class EventSlotType extends Node {
  @Field(() => SessionEnum, { description: '시간대. Morning or afternoon.' })
  session!: string

  @Field(() => DateTimeScalar, { description: '시작 일시. The instant it begins.' })
  startsAt!: string

  @Field(() => DateTimeScalar, { description: '끝 일시. The instant it ends.' })
  endsAt!: string

  @Field(() => String, { description: '시작 시각. `HH:MM` in Seoul.' })
  from!: string

  @Field(() => String, { description: '끝 시각. `HH:MM` in Seoul; 24:00 is the end of the day.' })
  until!: string
}

@ObjectType('EventDay', {
  implements: Node,
  simpleResolvers: true,
  description: '날. A day in Seoul on which a round meets.',
})
export class EventDayType extends Node {
  @Field(() => DateScalar, { description: '날짜. In Seoul.' })
  onDate!: string

  @Field(() => [EventSlotType], { description: '시간 칸 목록. In order.' })
  slots!: EventSlotType[]

  @Field(() => [ProgrammeItemType], { description: '프로그램. In order.' })
  programme!: ProgrammeItemType[]
}

@ObjectType('ProgrammeItem', {
  implements: Node,
  simpleResolvers: true,
  description: '프로그램 항목. What everybody is asked to: opening, training, exhibits.',
})
export class ProgrammeItemType extends Node {
  @Field(() => DateScalar, { description: '날짜. In Seoul.' })
  onDate!: string

  @Field(() => String, { description: '시작 시각. `HH:MM` in Seoul.' })
  from!: string

  @Field(() => String, { description: '끝 시각. `HH:MM` in Seoul; 24:00 is the end of the day.' })
  until!: string

  @Field(() => DateTimeScalar, { description: '시작 일시. The instant it begins.' })
  startsAt!: string

  @Field(() => DateTimeScalar, { description: '끝 일시. The instant it ends.' })
  endsAt!: string

  @Field(() => String, { description: '제목. What it is.' })
  title!: string

  @Field(() => String, { nullable: true, description: '곳. Where.' })
  place!: string | null
}

@ObjectType('EventRound', {
  implements: Node,
  simpleResolvers: true,
  description: '회차. A part of an event with a theme of its own; timetabled by itself.',
})
export class EventRoundType extends Node {
  @Field(() => Int, { description: '번호. From 1.' })
  number!: number

  @Field(() => String, { description: '제목. What it is called.' })
  title!: string

  @Field(() => String, { nullable: true, description: '주제. What it is about.' })
  theme!: string | null

  @Field(() => Boolean, { description: '온라인. Whether people meet by video.' })
  isOnline!: boolean

  @Field(() => Int, {
    description: '구역 사이 이동 시간. Minutes from one zone of the venue to another; 0: none needed.',
  })
  travelMinutes!: number

  @Field(() => [EventDayType], { description: '날 목록. In order.' })
  days!: EventDayType[]
}

@ObjectType({ simpleResolvers: true, description: '칸별 정원. What a place holds in one slot; 0: closed.' })
export class PlaceSlotCapacity {
  @Field(() => ID, { description: '시간 칸. Id of the slot.' })
  slot!: string

  @Field(() => Int, { description: '정원. Meetings at once.' })
  capacity!: number
}

@ObjectType('EventPlace', {
  implements: Node,
  simpleResolvers: true,
  description: '자리. A table, a booth or a video room in which meetings take place.',
})
export class EventPlaceType extends Node {
  @Field(() => PlaceKindEnum, { description: '종류. Table, booth or video room.' })
  kind!: string

  @Field(() => String, { description: '이름. As it stands on the sign, e.g. T1.' })
  name!: string

  @Field(() => EventRoundType, { nullable: true, description: '회차. Of one round only; null: of all.' })
  round!: EventRoundType | null

  @Field(() => String, { nullable: true, description: '구역. Part of the venue.' })
  area!: string | null

  @Field(() => String, {
    nullable: true,
    description: '화상 주소. For the staff of the centre; null for everybody else.',
  })
  link!: string | null

  @Field(() => Int, { description: '정원. Meetings at once.' })
  capacity!: number

  @Field(() => [PlaceSlotCapacity], { description: '칸별 정원. Slots in which it holds something else.' })
  slotCapacities!: PlaceSlotCapacity[]

  @Field(() => Boolean, { description: '현장 상담. Whether people may walk in without an appointment.' })
  takesWalkIns!: boolean

  @Field(() => Boolean, { description: '접근 가능. Whether a wheelchair gets there.' })
  isAccessible!: boolean

  @Field(() => Int, { description: '순서. Place in the list, from 1.' })
  position!: number
}

@ObjectType('EventQuota', {
  implements: Node,
  simpleResolvers: true,
  description: '정원 조건. How many of a sort an event wants at least, or takes at most; for its centre.',
})
export class EventQuotaType extends Node {
  @Field(() => QuotaSortEnum, { description: '구분. What sort it counts.' })
  what!: string

  @Field(() => String, {
    nullable: true,
    description: '값. Code, or id of a group; null with RETURNING and NEW.',
  })
  value!: string | null

  @Field(() => String, { nullable: true, description: '값 이름. What the value is called.' })
  name!: string | null

  @Field(() => Int, { nullable: true, description: '최소. At least so many; null: no least.' })
  minimum!: number | null

  @Field(() => Int, { nullable: true, description: '최대. At most so many; null: no most.' })
  maximum!: number | null
}

@ObjectType('ParticipantGroup', {
  implements: Node,
  simpleResolvers: true,
  description: '참여그룹. A group of an event that is no certificate, such as an association.',
})
export class ParticipantGroupType extends Node {
  @Field(() => String, { description: '이름. What it is called.' })
  name!: string

  @Field(() => String, { nullable: true, description: '설명. Who belongs to it.' })
  note!: string | null
}
