import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne, readRows } from '../../platform/read/read.ts'
import { DateTimeScalar, WonScalar } from '../../platform/scalars.ts'
import { personOf } from '../accounts/require-role.ts'
import { PartySideEnum } from './check-in.graphql.ts'
import { MeetingType } from './meeting.graphql.ts'
import { meetingShape } from './meeting.shape.ts'
import { openPass, type OpenedPass } from './open-pass.ts'
import type { OutcomeResult } from './outcome.entity.ts'
import { OutcomeInput, OutcomeResultEnum } from './outcome.graphql.ts'
import { sumOutcomes } from './outcome-sums.ts'
import { readPassHolder } from './pass-holder.ts'
import { recordOutcome } from './record-outcome.ts'

@ObjectType({ simpleResolvers: true, description: '상담 기록 화면. What a link to write outcomes opens.' })
export class PassMeetings {
  @Field(() => String, { description: '행사. Its title.' })
  eventTitle!: string

  @Field(() => String, { description: '이름. Of the enterprise or department whose link it is.' })
  name!: string

  @Field(() => PartySideEnum, { description: '쪽. Enterprise or department.' })
  side!: 'enterprise' | 'department'

  @Field(() => DateTimeScalar, { description: '유효 기한. Until when outcomes can be written by it.' })
  validUntil!: string

  readonly pass!: OpenedPass
}

@ObjectType({ simpleResolvers: true, description: '결과별. How many meetings came to that.' })
export class OutcomeCount {
  @Field(() => OutcomeResultEnum, { description: '결과. What came of them.' })
  result!: OutcomeResult

  @Field(() => Int, { description: '상담 수. How many meetings.' })
  meetings!: number
}

@ObjectType({
  simpleResolvers: true,
  description:
    '상담 결과 집계. Each meeting counts once: as the centre says, else the department, else the enterprise.',
})
export class OutcomeSums {
  @Field(() => Int, { description: '진행한 상담. Meetings held.' })
  held!: number

  @Field(() => Int, { description: '결과 적힌 상담. n of `byResult`.' })
  withOutcome!: number

  @Field(() => Int, {
    description: '양쪽이 다른 상담. Meetings of which the two sides say different things.',
  })
  differing!: number

  @Field(() => [OutcomeCount], { description: '결과별. The most frequent first; sums to `withOutcome`.' })
  byResult!: OutcomeCount[]

  @Field(() => WonScalar, {
    description: '상담액. What was talked about; neither planned, nor contracted, nor recognised.',
  })
  consultedWon!: number

  @Field(() => Int, { description: '상담액을 아는 상담. n of `consultedWon`.' })
  consultedMeetings!: number
}

const inOrder = '(select s.starts_at from event_slot s where s.id = t.slot_id) nulls last, t.id'

@Resolver(() => PassMeetings)
export class Entries {
  @Query(() => PassMeetings, {
    description:
      '상담 기록 화면. By the token of a link, without signing in; send it in the body of a POST, never in an address.',
  })
  async passMeetings(
    @Arg('token', () => String, { description: '토큰. Of the link.' }) token: string,
    @Ctx() ctx: Context,
  ): Promise<object> {
    const pass = await openPass(ctx, token, 'entry')
    return { ...(await readPassHolder(ctx, pass)), validUntil: pass.validUntil, pass }
  }

  @FieldResolver(() => [MeetingType], { description: '상담. Of whoever holds the link, in order.' })
  meetings(@Root() { pass }: PassMeetings, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRows({ ...ctx, actor: pass.actor }, info, {
      shape: meetingShape,
      where: conditions => {
        const who = `${conditions.value(pass.participationId)}::uuid`
        conditions.add(`(t.enterprise_id = ${who} or t.department_id = ${who}) and t.state <> 'cancelled'`)
        if (pass.dayId === null) return
        const day = conditions.value(pass.dayId)
        conditions.add(`t.slot_id in (select s.id from event_slot s where s.day_id = ${day}::uuid)`)
      },
      orderBy: inOrder,
    })
  }

  @Query(() => [MeetingType], {
    description: '내 상담. Meetings of the enterprises and departments that the person acts for, in order.',
  })
  ownMeetings(
    @Arg('eventId', () => ID, { nullable: true, description: '행사. Of one event only.' })
    eventId: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    personOf(ctx)
    const event = eventId == null ? null : keyOf('event', eventId, 'eventId')
    return readRows(ctx, info, {
      shape: meetingShape,
      where: conditions => {
        conditions.add(`(t.enterprise_id in (select own_participations())
          or t.department_id in (select own_participations())) and t.state <> 'cancelled'`)
        if (event !== null) conditions.add(`t.event_id = ${conditions.value(event)}::uuid`)
      },
      orderBy: inOrder,
      limit: mostOwn,
    })
  }

  @Query(() => OutcomeSums, { description: '상담 결과 집계. Of one event of the centre.' })
  outcomeSums(
    @Arg('eventId', () => ID, { description: '행사. Which event.' }) eventId: string,
    @Ctx() ctx: Context,
  ): Promise<OutcomeSums> {
    return sumOutcomes(ctx, keyOf('event', eventId, 'eventId'))
  }

  @Mutation(() => MeetingType, {
    description:
      '결과 적기. By a link, or signed in: by either side or the centre. Sent twice with one `entryKey` it is written once; another key changes what one’s own side has said.',
  })
  async recordOutcome(
    @Arg('meetingId', () => ID, { description: '상담. Which meeting.' }) meetingId: string,
    @Arg('outcome', () => OutcomeInput, { description: '결과. What came of it.' }) outcome: OutcomeInput,
    @Arg('entryKey', () => ID, { description: '입력 번호. A UUID made on the device.' }) entryKey: string,
    @Arg('token', () => String, {
      nullable: true,
      description: '토큰. Of the link; left out when signed in.',
    })
    token: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const pass = token == null ? null : await openPass(ctx, token, 'entry')
    if (pass === null) personOf(ctx)
    const acting = pass === null ? ctx : { ...ctx, actor: pass.actor }
    const entry = { meetingId: keyOf('meeting', meetingId, 'meetingId'), entryKey, values: outcome }
    return readOne(acting, info, meetingShape, await recordOutcome(acting, entry, pass))
  }
}

/** More than anybody has in the years that are kept. */
const mostOwn = 500
