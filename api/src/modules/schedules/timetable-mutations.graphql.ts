import { Arg, Ctx, Float, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import type { Changes } from './apply-changes.ts'
import { moveInTimetable, pinInTimetable } from './edit-draft.ts'
import { discardTimetable, stopTimetable } from './end-run.ts'
import { publishTimetable } from './publish.ts'
import { readTimetable } from './read-timetable.ts'
import { replanTimetable } from './replan.ts'
import { runTimetable } from './start-run.ts'
import { TimetableObject } from './timetable.graphql.ts'

const which = { description: '시간표. Which version.' }
const whose = { description: '매칭. Which meeting.' }

@InputType({ description: '비움. A participant who is not there in some slots.' })
export class AwayInput {
  @Field(() => ID, { description: '참여. Who.' })
  participation!: string

  @Field(() => [ID], { description: '시간 칸. When.' })
  slots!: string[]
}

@InputType({ description: '닫힘. A place that cannot be used in some slots.' })
export class ClosedInput {
  @Field(() => ID, { description: '자리. Which.' })
  place!: string

  @Field(() => [ID], { description: '시간 칸. When.' })
  slots!: string[]
}

@InputType({
  description: '바뀐 사정. What has happened since; matches chosen meanwhile come in by themselves.',
})
export class ReplanInput {
  @Field(() => String, { description: '이유. Told to those whose meetings move.' })
  reason!: string

  @Field(() => [ID], { nullable: true, description: '취소한 상담. Matches whose meeting is off.' })
  cancelled?: string[] | null

  @Field(() => [AwayInput], { nullable: true, description: '비움. Who is not there, and when.' })
  away?: AwayInput[] | null

  @Field(() => [ClosedInput], { nullable: true, description: '닫힘. What cannot be used, and when.' })
  closed?: ClosedInput[] | null
}

@Resolver()
export class TimetableMutations {
  @Mutation(() => TimetableObject, {
    description: '시간표 짜기. Of all chosen meetings of a round; follow `timetable` until it is a draft.',
  })
  async runTimetable(
    @Arg('round', () => ID, { description: '회차. Which round.' }) round: string,
    @Arg('seconds', () => Float, { defaultValue: 30, description: '시간 한도. 1 to 300 seconds.' })
    seconds: number,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    return readTimetable(ctx, await runTimetable(ctx, keyOf('round', round, 'round'), seconds))
  }

  @Mutation(() => TimetableObject, {
    description: '멈추고 이대로 쓰기. What was found so far becomes the draft.',
  })
  stopTimetable(@Arg('id', () => ID, which) id: string, @Ctx() ctx: Context): Promise<object | null> {
    return after(ctx, id, key => stopTimetable(ctx, key))
  }

  @Mutation(() => TimetableObject, { description: '시간표 버리기. A draft that nobody wants, or a search.' })
  discardTimetable(@Arg('id', () => ID, which) id: string, @Ctx() ctx: Context): Promise<object | null> {
    return after(ctx, id, key => discardTimetable(ctx, key))
  }

  @Mutation(() => TimetableObject, { description: '상담 옮기기. Within a draft; it is pinned there.' })
  moveInTimetable(
    @Arg('id', () => ID, which) id: string,
    @Arg('match', () => ID, whose) match: string,
    @Arg('slot', () => ID, { description: '시간 칸. When.' }) slot: string,
    @Arg('place', () => ID, { description: '자리. Where.' }) place: string,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    const to = [keyOf('slot', slot, 'slot'), keyOf('place', place, 'place')] as const
    return after(ctx, id, key => moveInTimetable(ctx, key, keyOf('match', match, 'match'), ...to))
  }

  @Mutation(() => TimetableObject, {
    description: '상담 고정. It keeps its time and place when the rest is made anew.',
  })
  pinInTimetable(
    @Arg('id', () => ID, which) id: string,
    @Arg('match', () => ID, whose) match: string,
    @Arg('isPinned', () => Boolean, { description: '고정. Whether it is to stay.' }) isPinned: boolean,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    return after(ctx, id, key => pinInTimetable(ctx, key, keyOf('match', match, 'match'), isPinned))
  }

  @Mutation(() => TimetableObject, {
    description: '다시 짜기. Writes down what has happened and makes another draft in which the fewest move.',
  })
  async replanTimetable(
    @Arg('id', () => ID, which) id: string,
    @Arg('because', () => ReplanInput, { description: '바뀐 사정. What has happened.' }) because: ReplanInput,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    return readTimetable(ctx, await replanTimetable(ctx, keyOf('run', id), changesOf(because)))
  }

  @Mutation(() => TimetableObject, {
    description:
      '게시. The draft becomes the meetings of the round; only those it changes anything for are told.',
  })
  publishTimetable(@Arg('id', () => ID, which) id: string, @Ctx() ctx: Context): Promise<object | null> {
    return after(ctx, id, key => publishTimetable(ctx, key))
  }
}

async function after(ctx: Context, id: string, work: (key: string) => Promise<void>): Promise<object | null> {
  const key = keyOf('run', id)
  await work(key)
  return readTimetable(ctx, key)
}

const changesOf = ({ reason, cancelled, away, closed }: ReplanInput): Changes => ({
  reason,
  cancelled: (cancelled ?? []).map(id => keyOf('match', id, 'because.cancelled')),
  away: (away ?? []).map(({ participation, slots }) => ({
    participation: keyOf('participation', participation, 'because.away'),
    slots: slots.map(id => keyOf('slot', id, 'because.away')),
  })),
  closed: (closed ?? []).map(({ place, slots }) => ({
    place: keyOf('place', place, 'because.closed'),
    slots: slots.map(id => keyOf('slot', id, 'because.closed')),
  })),
})
