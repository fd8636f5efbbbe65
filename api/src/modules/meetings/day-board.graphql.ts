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
import { globalId, keyOf } from '../../platform/global-id.ts'
import { readRows } from '../../platform/read/read.ts'
import { DateScalar, DateTimeScalar } from '../../platform/scalars.ts'
import { clockOf, countBoard, readBoard, stampBoard, type BoardHead } from './day-board.ts'
import { MeetingPlace, MeetingSlot, MeetingType } from './meeting.graphql.ts'
import { meetingShape } from './meeting.shape.ts'

@ObjectType({ simpleResolvers: true, description: '행사일. A day of an event, in one of its rounds.' })
export class DayBoardDay {
  @Field(() => ID, { description: '식별자. Opaque and typed.' })
  id!: string

  @Field(() => DateScalar, { description: '날. The day (KST).' })
  onDate!: string

  @Field(() => String, { description: '회차. Title of the round.' })
  roundTitle!: string
}

const count = (korean: string, english: string) => ({ description: `${korean}. ${english}` })

@ObjectType({ simpleResolvers: true, description: '당일 건수. Who has come, and how far the meetings are.' })
export class DayBoardCounts {
  @Field(() => Int, count('참여기업', 'Enterprises that take part.'))
  enterprises!: number

  @Field(() => Int, count('온 기업', 'Enterprises that have checked in.'))
  enterprisesArrived!: number

  @Field(() => Int, count('참여기관', 'Departments that take part.'))
  departments!: number

  @Field(() => Int, count('온 기관', 'Departments of which somebody has checked in.'))
  departmentsArrived!: number

  @Field(() => Int, count('체크인', 'Check-ins of the day, people of one side each counted.'))
  peopleArrived!: number

  @Field(() => Int, count('예정', 'Meetings still to come.'))
  planned!: number

  @Field(() => Int, count('상담 중', 'Meetings going on.'))
  started!: number

  @Field(() => Int, count('진행함', 'Meetings held.'))
  held!: number

  @Field(() => Int, count('불참', 'Meetings somebody did not come to.'))
  noShow!: number

  @Field(() => Int, count('취소', 'Meetings called off.'))
  cancelled!: number

  @Field(() => Int, count('현장 상담', 'Walk-ins among them, in whatever state but cancelled.'))
  walkIns!: number

  @Field(() => Int, count('결과 적힌 상담', 'Meetings of which at least one side has written an outcome.'))
  withOutcome!: number
}

@ObjectType({ simpleResolvers: true, description: '당일 상황판. A day of an event as it goes on.' })
export class DayBoard {
  @Field(() => String, { description: '행사. Its title.' })
  eventTitle!: string

  @Field(() => ID, { description: '행사일. Which day of which round.' })
  dayId!: string

  @Field(() => DateScalar, { description: '날. The day (KST).' })
  onDate!: string

  @Field(() => String, { description: '회차. Title of the round.' })
  roundTitle!: string

  @Field(() => [DayBoardDay], { description: '행사일 전체. All days of the event.' })
  days!: DayBoardDay[]

  @Field(() => Boolean, { description: '오늘. Whether it is the day of now, in Seoul.' })
  isToday!: boolean

  @Field(() => DateTimeScalar, { description: '지금. The clock of the server.' })
  now!: Date

  @Field(() => ID, { nullable: true, description: '지금 칸. Null between two slots.' })
  currentSlotId!: string | null

  @Field(() => ID, { nullable: true, description: '다음 칸. The next that begins.' })
  nextSlotId!: string | null

  @Field(() => [MeetingSlot], { description: '시간 칸. In order.' })
  slots!: MeetingSlot[]

  @Field(() => [MeetingPlace], { description: '자리. In the order of the venue.' })
  places!: MeetingPlace[]

  /** What the fields below are read by; no field of its own. */
  readonly head!: BoardHead
}

@Resolver(() => DayBoard)
export class DayBoards {
  @Query(() => DayBoard, {
    nullable: true,
    description: '당일 상황판. For the staff of the centre; null when the event has no such day.',
  })
  async dayBoard(
    @Arg('eventId', () => ID, { description: '행사. Which event.' }) eventId: string,
    @Arg('date', () => DateScalar, { nullable: true, description: '날. Today, or else the first day.' })
    date: string | null | undefined,
    @Arg('dayId', () => ID, { nullable: true, description: '행사일. Where a day has several rounds.' })
    dayId: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    const day = dayId == null ? null : keyOf('day', dayId, 'dayId')
    const asked = { eventId: keyOf('event', eventId, 'eventId'), date: date ?? null, dayId: day }
    const head = await readBoard(ctx, asked)
    if (head === null) return null
    const clock = { now: ctx.now, isToday: head.onDate === ctx.today, ...clockOf(head.slots, ctx.now) }
    return { ...head, ...clock, head, dayId: globalId('day', head.key) }
  }

  @FieldResolver(() => String, {
    description:
      '지문. Differs whenever a meeting, a check-in or an outcome of the day does; cheap to ask for.',
  })
  stamp(@Root() { head }: DayBoard, @Ctx() ctx: Context): Promise<string> {
    return stampBoard(ctx, head.key)
  }

  @FieldResolver(() => DayBoardCounts, { description: '건수. Who has come, and how far the meetings are.' })
  counts(@Root() { head }: DayBoard, @Ctx() ctx: Context): Promise<object> {
    return countBoard(ctx, head.key)
  }

  @FieldResolver(() => [MeetingType], { description: '상담. All meetings of the day, by slot and place.' })
  meetings(@Root() { head }: DayBoard, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRows(ctx, info, {
      shape: meetingShape,
      where: conditions => conditions.add(isOfDay(conditions.value(head.key))),
      orderBy: inOrder,
    })
  }

  @FieldResolver(() => [MeetingType], {
    description: '걸린 문제. Meetings of the current and the next slot whose sides have not both checked in.',
  })
  risks(@Root() { head }: DayBoard, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    const { currentSlotId, nextSlotId } = clockOf(head.slots, ctx.now)
    const slots = [currentSlotId, nextSlotId].flatMap(id => (id === null ? [] : [keyOf('slot', id)]))
    return readRows(ctx, info, {
      shape: meetingShape,
      where: conditions => {
        conditions.add(`t.slot_id = any(${conditions.value(slots)}::uuid[]) and t.state = 'planned'`)
        const day = conditions.value(head.key)
        conditions.add(`exists (select 1 from unnest(array[t.enterprise_id, t.department_id]) who
          where who is not null and not exists (select 1 from check_in c
            where c.day_id = ${day}::uuid and c.participation_id = who))`)
      },
      orderBy: inOrder,
    })
  }
}

const isOfDay = (day: string) => `t.slot_id in (select s.id from event_slot s where s.day_id = ${day}::uuid)`
const inOrder = `(select s.starts_at from event_slot s where s.id = t.slot_id),
  (select p.position from event_place p where p.id = t.place_id), t.place_seat, t.id`
