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
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { readRows } from '../../platform/read/read.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { findArrivals } from './arrivals.ts'
import { checkIn, undoCheckIn, type CheckedIn } from './check-in.ts'
import { issuePasses, revokePasses } from './issue-passes.ts'
import { MeetingType } from './meeting.graphql.ts'
import { meetingShape } from './meeting.shape.ts'
import type { PassKind } from './pass.entity.ts'

export const PartySideEnum = { ENTERPRISE: 'enterprise', DEPARTMENT: 'department' } as const
registerEnumType(PartySideEnum, {
  name: 'MeetingSide',
  description: '쪽. On which side of a meeting.',
  valuesConfig: {
    ENTERPRISE: { description: '기업. Offers.' },
    DEPARTMENT: { description: '기관. Buys.' },
  },
})

const PassKindEnum = { CHECK_IN: 'check_in', ENTRY: 'entry' } as const satisfies Record<string, PassKind>
registerEnumType(PassKindEnum, {
  name: 'PassKind',
  description: '링크 종류. What a token opens.',
  valuesConfig: {
    CHECK_IN: { description: '체크인. Shown at the door; good until the end of the day.' },
    ENTRY: { description: '상담 기록. Outcomes are written by it; good for a week after the day.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '발급한 링크. A token, told this once.' })
export class IssuedPass {
  @Field(() => ID, { description: '참여. Whose.' })
  participationId!: string

  @Field(() => PartySideEnum, { description: '쪽. Enterprise or department.' })
  side!: 'enterprise' | 'department'

  @Field(() => String, { description: '이름. Of the enterprise or department.' })
  name!: string

  @Field(() => ID, { nullable: true, description: '참석자. Which of those who come for a department.' })
  attendeeId!: string | null

  @Field(() => String, { nullable: true, description: '참석자 이름(가림). Masked, e.g. 홍*동.' })
  attendee!: string | null

  @Field(() => String, { description: '토큰. Opaque, holds no personal data; only its hash is kept.' })
  token!: string

  @Field(() => DateTimeScalar, { description: '유효 기한. Until when it opens anything.' })
  validUntil!: Date
}

@ObjectType({
  simpleResolvers: true,
  description: '체크인 대상. Who takes part, and whether they have come.',
})
export class Arrival {
  @Field(() => ID, { description: '참여. Which participant.' })
  participationId!: string

  @Field(() => PartySideEnum, { description: '쪽. Enterprise or department.' })
  side!: 'enterprise' | 'department'

  @Field(() => String, { description: '이름. Of the enterprise or department.' })
  name!: string

  @Field(() => ID, { nullable: true, description: '참석자. Which of several who come for a department.' })
  attendeeId!: string | null

  @Field(() => String, { nullable: true, description: '참석자 이름(가림). Masked, e.g. 홍*동.' })
  attendee!: string | null

  @Field(() => String, { nullable: true, description: '자리. Its booth.' })
  placeName!: string | null

  @Field(() => ID, { nullable: true, description: '체크인. Null: has not come.' })
  checkInId!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: '온 때. When.' })
  at!: string | null
}

@ObjectType({ simpleResolvers: true, description: '체크인 결과. Somebody has come.' })
export class CheckInResult {
  @Field(() => ID, { description: '체크인. Which one, for taking it back.' })
  id!: string

  @Field(() => ID, { description: '참여. Who.' })
  participationId!: string

  @Field(() => DateTimeScalar, { description: '온 때. When; the first time.' })
  at!: string

  @Field(() => Boolean, { description: '처음. False when they had come before.' })
  isNew!: boolean

  readonly found!: CheckedIn
}

const which = { description: '행사. Which event.' }

@Resolver(() => CheckInResult)
export class CheckIns {
  @Query(() => [Arrival], {
    description:
      '체크인 찾기. By part of a name, or by four last digits of a number; without words the whole list, by name.',
  })
  async arrivals(
    @Arg('dayId', () => ID, { description: '행사일. On which day.' }) dayId: string,
    @Arg('words', () => String, { nullable: true, description: '찾을 말. Part of a name, or four digits.' })
    words: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<Arrival[]> {
    const found = await findArrivals(ctx, keyOf('day', dayId, 'dayId'), words ?? null)
    return found.map(({ participationKey, attendeeKey, checkInKey, ...row }) => ({
      ...row,
      participationId: globalId('participation', participationKey),
      attendeeId: attendeeKey === null ? null : globalId('attendee', attendeeKey),
      checkInId: checkInKey === null ? null : globalId('checkin', checkInKey),
    }))
  }

  @Mutation(() => CheckInResult, {
    description: '체크인. By a code that was read, or by hand; who comes twice has come once.',
  })
  async checkIn(
    @Arg('eventId', () => ID, which) eventId: string,
    @Arg('token', () => String, { nullable: true, description: '토큰. What the scanner has read.' })
    token: string | null | undefined,
    @Arg('participationId', () => ID, { nullable: true, description: '참여. Who was found by hand.' })
    participationId: string | null | undefined,
    @Arg('attendeeId', () => ID, { nullable: true, description: '참석자. Which of several.' })
    attendeeId: string | null | undefined,
    @Arg('secondsAgo', () => Int, {
      nullable: true,
      description: '몇 초 전. How long ago they came, where it is sent later; at most a day.',
    })
    secondsAgo: number | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<object> {
    const found = await checkIn(ctx, {
      eventId: keyOf('event', eventId, 'eventId'),
      token: token ?? null,
      participationId:
        participationId == null ? null : keyOf('participation', participationId, 'participationId'),
      attendeeId: attendeeId == null ? null : keyOf('attendee', attendeeId, 'attendeeId'),
      secondsAgo: secondsAgo ?? null,
    })
    return {
      id: globalId('checkin', found.key),
      participationId: globalId('participation', found.participationId),
      at: found.at,
      isNew: found.isNew,
      found,
    }
  }

  @FieldResolver(() => [MeetingType], { description: '그날 상담. Meetings of whoever has come, in order.' })
  meetings(@Root() { found }: CheckInResult, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRows(ctx, info, {
      shape: meetingShape,
      where: conditions => {
        const who = `${conditions.value(found.participationId)}::uuid`
        conditions.add(`(t.enterprise_id = ${who} or t.department_id = ${who}) and t.state <> 'cancelled'`)
        const day = conditions.value(found.dayId)
        conditions.add(`t.slot_id in (select s.id from event_slot s where s.day_id = ${day}::uuid)`)
      },
      orderBy: '(select s.starts_at from event_slot s where s.id = t.slot_id), t.id',
    })
  }

  @Mutation(() => Boolean, { description: '체크인 되돌리기. Of somebody who was taken for somebody else.' })
  undoCheckIn(
    @Arg('id', () => ID, { description: '체크인. Which one.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    return undoCheckIn(ctx, keyOf('checkin', id))
  }

  @Mutation(() => [IssuedPass], {
    description:
      '링크 발급. A token for each participant, or for each of the people who come for it, told this once: for a badge to check in by, or to write outcomes by.',
  })
  async issuePasses(
    @Arg('eventId', () => ID, which) eventId: string,
    @Arg('kind', () => PassKindEnum, { description: '종류. What they open.' }) kind: PassKind,
    @Arg('dayId', () => ID, { nullable: true, description: '행사일. Of one day; left out: of all.' })
    dayId: string | null | undefined,
    @Arg('participationIds', () => [ID], { nullable: true, description: '참여. Left out: everybody.' })
    participationIds: string[] | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<IssuedPass[]> {
    const issued = await issuePasses(ctx, {
      eventId: keyOf('event', eventId, 'eventId'),
      kind,
      dayId: dayId == null ? null : keyOf('day', dayId, 'dayId'),
      participationIds: participationIds?.map(id => keyOf('participation', id, 'participationIds')) ?? null,
    })
    return issued.map(({ participationKey, attendeeKey, ...pass }) => ({
      ...pass,
      attendeeId: attendeeKey === null ? null : globalId('attendee', attendeeKey),
      participationId: globalId('participation', participationKey),
    }))
  }

  @Mutation(() => Int, {
    description: '링크 끊기. Every pass of a participant; how many of them were still good.',
  })
  revokePasses(
    @Arg('participationId', () => ID, { description: '참여. Whose.' }) participationId: string,
    @Ctx() ctx: Context,
  ): Promise<number> {
    return revokePasses(ctx, keyOf('participation', participationId, 'participationId'))
  }
}
