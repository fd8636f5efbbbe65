import { Arg, Ctx, Field, Float, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { DateScalar, DateTimeScalar } from '../../platform/scalars.ts'
import { MatchTypeEnum } from '../matching/match-enums.graphql.ts'
import { movesFor } from './edit-draft.ts'
import { readTimetable, readTimetables } from './read-timetable.ts'
import { TimetableDiff } from './timetable-diff.graphql.ts'
import { TimetableProofEnum, TimetableStateEnum, TimetableStepEnum } from './timetable-enums.graphql.ts'

@ObjectType({ simpleResolvers: true, description: '증명. How good a timetable is, and how sure that is.' })
export class TimetableProof {
  @Field(() => TimetableProofEnum, { description: '종류. What is known.' })
  kind!: string

  @Field(() => Int, {
    nullable: true,
    description: '기다림. Breaks of all participants; null: no timetable.',
  })
  value!: number | null

  @Field(() => Int, { nullable: true, description: '하한. No timetable has fewer.' })
  bound!: number | null
}

@ObjectType({
  simpleResolvers: true,
  description: '도움. A change after which there is a timetable; it was tried.',
})
export class TimetableFix {
  @Field(() => String, { description: '할 일. What to change.' })
  label!: string

  @Field(() => String, { description: '결과. What comes of it.' })
  effect!: string
}

@ObjectType({ simpleResolvers: true, description: '진행. How far a search is.' })
export class TimetableProgress {
  @Field(() => Float, { description: '초. How long it has searched.' })
  seconds!: number

  @Field(() => Int, { nullable: true, description: '지금. Fewest breaks so far; null: nothing found yet.' })
  breaks!: number | null

  @Field(() => Int, { description: '하한. No timetable has fewer.' })
  bound!: number

  @Field(() => Boolean, { description: '멈추는 중. Somebody wants what there is.' })
  isStopping!: boolean
}

@ObjectType({ simpleResolvers: true, description: '시간 칸. A column of the timetable.' })
export class TimetableSlot {
  @Field(() => ID, { description: '식별자. Of the slot.' })
  id!: string

  @Field(() => DateScalar, { description: '날. In Seoul.' })
  day!: string

  @Field(() => DateTimeScalar, { description: '시작. When it begins.' })
  startsAt!: string

  @Field(() => DateTimeScalar, { description: '끝. When it ends.' })
  endsAt!: string
}

@ObjectType({ simpleResolvers: true, description: '자리. A row of the timetable.' })
export class TimetablePlace {
  @Field(() => ID, { description: '식별자. Of the place.' })
  id!: string

  @Field(() => String, { description: '이름. As it stands on the table.' })
  name!: string

  @Field(() => String, { description: '종류. `table`, `booth` or `video`.' })
  kind!: string

  @Field(() => String, { nullable: true, description: '구역. Part of the venue.' })
  area!: string | null

  @Field(() => [Int], { description: '칸별 정원. Meetings at once in each slot; 0: closed.' })
  capacity!: number[]
}

@ObjectType({ simpleResolvers: true, description: '배치. Where and when one pair meets.' })
export class TimetableCell {
  @Field(() => ID, { description: '매칭. Which pair.' })
  matchId!: string

  @Field(() => ID, { description: '시간 칸. When.' })
  slotId!: string

  @Field(() => ID, { description: '자리. Where.' })
  placeId!: string

  @Field(() => Boolean, { description: '고정. Whether it stays when the rest is made anew.' })
  isPinned!: boolean

  @Field(() => Boolean, { description: '시작함. Whether the meeting has begun, so that it cannot move.' })
  isBegun!: boolean

  @Field(() => MatchTypeEnum, { description: '유형. Why they meet.' })
  type!: string

  @Field(() => ID, { description: '기업 참여. Participation of the enterprise.' })
  enterpriseId!: string

  @Field(() => String, { description: '기업. Its name.' })
  enterpriseName!: string

  @Field(() => ID, { description: '부서 참여. Participation of the department.' })
  departmentId!: string

  @Field(() => String, { description: '부서. Institution and department.' })
  departmentName!: string
}

@ObjectType({ simpleResolvers: true, description: '참여자별. How a timetable is for one participant.' })
export class TimetableParty {
  @Field(() => ID, { description: '참여. Its participation.' })
  id!: string

  @Field(() => String, { description: '이름. Of the enterprise, or of institution and department.' })
  name!: string

  @Field(() => String, { description: '쪽. `ENTERPRISE` or `DEPARTMENT`.' })
  side!: string

  @Field(() => Int, { description: '상담. How many meetings.' })
  meetings!: number

  @Field(() => Int, { description: '기다림. How often it waits between two meetings of a day.' })
  breaks!: number

  @Field(() => Int, { description: '빈 칸. Slots that pass so.' })
  idle!: number

  @Field(() => [ID], { description: '비운 시간. Slots in which it is away.' })
  away!: string[]
}

@ObjectType({
  simpleResolvers: true,
  description: '이동. Somebody who has too little time to get to the place of their next meeting.',
})
export class TimetableWalk {
  @Field(() => ID, { description: '참여. Who walks.' })
  partyId!: string

  @Field(() => String, { description: '이름. Of the enterprise, or of institution and department.' })
  name!: string

  @Field(() => ID, { description: '앞 시간 칸. When they meet first.' })
  fromSlotId!: string

  @Field(() => ID, { description: '앞 자리. Where they come from.' })
  fromPlaceId!: string

  @Field(() => ID, { description: '다음 시간 칸. When they meet next.' })
  toSlotId!: string

  @Field(() => ID, { description: '다음 자리. Where they have to be.' })
  toPlaceId!: string

  @Field(() => Int, { description: '사이 시간. Minutes between the two meetings.' })
  pauseMinutes!: number
}

@ObjectType('Timetable', {
  simpleResolvers: true,
  description: '시간표. One version of the timetable of a round.',
})
export class TimetableObject {
  @Field(() => ID, { description: '식별자. Opaque and typed.' })
  id!: string

  @Field(() => ID, { description: '행사. Which event.' })
  eventId!: string

  @Field(() => ID, { description: '회차. Which round.' })
  roundId!: string

  @Field(() => String, { description: '회차 이름. Its title.' })
  roundTitle!: string

  @Field(() => Int, { description: '판. 1 for the first.' })
  number!: number

  @Field(() => TimetableStateEnum, { description: '상태. How far it has come.' })
  state!: string

  @Field(() => String, { description: '종류. `fresh`, or `repair` of another one.' })
  kind!: string

  @Field(() => Float, { description: '시간 한도(초). How long it was to be searched.' })
  budgetSeconds!: number

  @Field(() => Float, { nullable: true, description: '걸린 시간(초). Null: not ended, or made by hand.' })
  seconds!: number | null

  @Field(() => TimetableProof, { nullable: true, description: '증명. Null: not ended.' })
  proof!: TimetableProof | null

  @Field(() => Int, {
    nullable: true,
    description: '빈 칸. Slots passed between meetings, of all participants.',
  })
  idle!: number | null

  @Field(() => String, { nullable: true, description: '설명. What is proven, or why there is none.' })
  reason!: string | null

  @Field(() => String, { nullable: true, description: '이유. Why it was made from another version.' })
  because!: string | null

  @Field(() => [TimetableFix], { description: '도움이 되는 것. Where there is none; each was tried.' })
  fixes!: TimetableFix[]

  @Field(() => Int, { nullable: true, description: '자리 이동. How often somebody goes to another place.' })
  placeChanges!: number | null

  @Field(() => TimetableProgress, { nullable: true, description: '진행. While it is searched.' })
  progress!: TimetableProgress | null

  @Field(() => [TimetableStepEnum], { description: '할 수 있는 것. What may be done with it now.' })
  steps!: string[]

  @Field(() => DateTimeScalar, { nullable: true, description: '게시 일시. Null: not published.' })
  publishedAt!: Date | null

  @Field(() => [TimetableSlot], { description: '시간 칸. In their order.' })
  slots!: TimetableSlot[]

  @Field(() => [TimetablePlace], { description: '자리. In the order of the venue.' })
  places!: TimetablePlace[]

  @Field(() => [TimetableCell], { description: '배치. Every meeting with its time and place.' })
  cells!: TimetableCell[]

  @Field(() => [TimetableParty], { description: '참여자별. Everybody who meets anybody.' })
  parties!: TimetableParty[]

  @Field(() => Int, {
    description: '구역 사이 이동 시간. Minutes from one zone to another, as the round has it.',
  })
  travelMinutes!: number

  @Field(() => [TimetableWalk], {
    description: '이동이 촉박한 참여자. Wherever places could not be given so that nobody has to.',
  })
  walks!: TimetableWalk[]

  @Field(() => TimetableDiff, {
    nullable: true,
    description: '바뀐 것. Against the version it was made from, else the published one; null: neither.',
  })
  diff!: TimetableDiff | null
}

@ObjectType({ simpleResolvers: true, description: '판. A version in the list of a round.' })
export class TimetableVersion {
  @Field(() => ID, { description: '식별자. For `timetable`.' })
  id!: string

  @Field(() => Int, { description: '판. 1 for the first.' })
  number!: number

  @Field(() => TimetableStateEnum, { description: '상태. How far it has come.' })
  state!: string

  @Field(() => Int, { nullable: true, description: '기다림. Breaks of all participants.' })
  breaks!: number | null

  @Field(() => DateTimeScalar, { description: '만든 일시. When it was asked for.' })
  createdAt!: Date
}

@ObjectType({ simpleResolvers: true, description: '회차별 시간표. A round and its versions.' })
export class TimetableRound {
  @Field(() => ID, { description: '회차. For `runTimetable`.' })
  id!: string

  @Field(() => String, { description: '이름. Of the round.' })
  title!: string

  @Field(() => Int, { description: '번호. Of the round.' })
  number!: number

  @Field(() => Int, { description: '고른 상담. How many pairs are to meet in it.' })
  chosen!: number

  @Field(() => [TimetableVersion], { description: '판 목록. The newest first, without what was discarded.' })
  runs!: TimetableVersion[]
}

@ObjectType({ simpleResolvers: true, description: '옮길 곳. A time and place for a meeting.' })
export class TimetableMove {
  @Field(() => ID, { description: '시간 칸. When.' })
  slotId!: string

  @Field(() => ID, { description: '자리. Where.' })
  placeId!: string

  @Field(() => String, { nullable: true, description: '안 되는 이유. Null: it may go there.' })
  because!: string | null
}

@Resolver()
export class TimetableQueries {
  @Query(() => TimetableObject, {
    nullable: true,
    description: '시간표 한 판. For staff of the centre; null when there is none.',
  })
  timetable(
    @Arg('id', () => ID, { description: '시간표. Which version.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    return readTimetable(ctx, keyOf('run', id))
  }

  @Query(() => [TimetableRound], {
    description: '회차별 시간표. The rounds of an event, for staff of the centre.',
  })
  timetableRounds(
    @Arg('event', () => ID, { description: '행사. Which event.' }) event: string,
    @Ctx() ctx: Context,
  ): Promise<object[]> {
    return readTimetables(ctx, keyOf('event', event, 'event'))
  }

  @Query(() => [TimetableMove], {
    description: '옮길 곳. Every cell for one meeting of a draft, and why not.',
  })
  async timetableMoves(
    @Arg('id', () => ID, { description: '시간표. Which version.' }) id: string,
    @Arg('match', () => ID, { description: '매칭. Which meeting.' }) match: string,
    @Ctx() ctx: Context,
  ): Promise<object[]> {
    const moves = await movesFor(ctx, keyOf('run', id), keyOf('match', match, 'match'))
    return moves.map(({ slot, place, because }) => ({
      slotId: globalId('slot', slot),
      placeId: globalId('place', place),
      because,
    }))
  }
}
