import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { cancelMeeting, finishMeeting, markNoShow, startMeeting } from './change-meeting.ts'
import { NoShowSideEnum } from './meeting-enums.graphql.ts'
import { MeetingType } from './meeting.graphql.ts'
import { meetingShape } from './meeting.shape.ts'
import type { NoShowSide } from './meeting.states.ts'
import { moveMeeting, undoMeetingStep } from './move-meeting.ts'
import type { Seen } from './take-meeting-step.ts'
import { bookWalkIn } from './walk-in.ts'

const which = { description: '상담. Which meeting.' }
const seen = { description: '본 판. `version` as it was read; CONFLICT when somebody was faster.' }
const why = { nullable: true, description: '이유. May come later.' }
const slot = { description: '시간 칸. Into which slot.' }
const place = { description: '자리. To which place.' }
const key = {
  nullable: true,
  description: '입력 번호. A UUID made where it is typed: sent twice, it is done once.',
}
const ago = {
  nullable: true,
  description: '몇 초 전. How long ago it was done, where it is sent later; at most a day.',
}

@Resolver()
export class MeetingMutations {
  @Mutation(() => MeetingType, { description: '상담 시작. They have sat down.' })
  startMeeting(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('entryKey', () => ID, key) entryKey: string | null | undefined,
    @Arg('secondsAgo', () => Int, ago) secondsAgo: number | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, { id, expectedVersion, entryKey, secondsAgo }, found =>
      startMeeting(ctx, found),
    )
  }

  @Mutation(() => MeetingType, { description: '상담 끝. They have met.' })
  finishMeeting(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('entryKey', () => ID, key) entryKey: string | null | undefined,
    @Arg('secondsAgo', () => Int, ago) secondsAgo: number | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, { id, expectedVersion, entryKey, secondsAgo }, found =>
      finishMeeting(ctx, found),
    )
  }

  @Mutation(() => MeetingType, { description: '불참 처리. The place and both sides are free at once.' })
  markNoShow(
    @Arg('id', () => ID, which) id: string,
    @Arg('side', () => NoShowSideEnum, { description: '불참한 쪽. Who did not come.' }) side: NoShowSide,
    @Arg('reason', () => String, why) reason: string | null | undefined,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('entryKey', () => ID, key) entryKey: string | null | undefined,
    @Arg('secondsAgo', () => Int, ago) secondsAgo: number | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, { id, expectedVersion, entryKey, secondsAgo }, found =>
      markNoShow(ctx, found, side, reason),
    )
  }

  @Mutation(() => MeetingType, {
    description: '상담 옮기기. CONFLICT with `holders` when the place or a side is taken in that slot.',
  })
  moveMeeting(
    @Arg('id', () => ID, which) id: string,
    @Arg('slotId', () => ID, slot) slotId: string,
    @Arg('placeId', () => ID, place) placeId: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const to = { slotId: keyOf('slot', slotId, 'slotId'), placeId: keyOf('place', placeId, 'placeId') }
    return changed(ctx, info, { id, expectedVersion }, found => moveMeeting(ctx, found, to))
  }

  @Mutation(() => MeetingType, { description: '상담 취소. It will not take place.' })
  cancelMeeting(
    @Arg('id', () => ID, which) id: string,
    @Arg('reason', () => String, why) reason: string | null | undefined,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('entryKey', () => ID, key) entryKey: string | null | undefined,
    @Arg('secondsAgo', () => Int, ago) secondsAgo: number | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, { id, expectedVersion, entryKey, secondsAgo }, found =>
      cancelMeeting(ctx, found, reason),
    )
  }

  @Mutation(() => MeetingType, { description: '상담 조치 되돌리기. The last step, for ten minutes.' })
  undoMeetingStep(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(ctx, info, { id, expectedVersion }, found => undoMeetingStep(ctx, found))
  }

  @Mutation(() => MeetingType, {
    description:
      '현장 상담. At a place that takes walk-ins; sent twice with one `entryKey` it is booked once. CONFLICT with `holders` when somebody was faster.',
  })
  async bookWalkIn(
    @Arg('placeId', () => ID, place) placeId: string,
    @Arg('slotId', () => ID, slot) slotId: string,
    @Arg('enterpriseId', () => ID, {
      nullable: true,
      description: '기업 참여. Participation of the enterprise; left out: whose booth it is.',
    })
    enterpriseId: string | null | undefined,
    @Arg('departmentId', () => ID, {
      nullable: true,
      description: '기관 참여. Participation of the department, if it takes part.',
    })
    departmentId: string | null | undefined,
    @Arg('visitorDepartment', () => String, {
      nullable: true,
      description: '찾아온 부서. Where a visitor who takes no part has come from; no names of people.',
    })
    visitorDepartment: string | null | undefined,
    @Arg('entryKey', () => ID, { description: '입력 번호. A UUID made where it is typed.' }) entryKey: string,
    @Arg('secondsAgo', () => Int, ago) secondsAgo: number | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const id = await bookWalkIn(ctx, {
      placeId: keyOf('place', placeId, 'placeId'),
      slotId: keyOf('slot', slotId, 'slotId'),
      enterpriseId: enterpriseId == null ? null : keyOf('participation', enterpriseId, 'enterpriseId'),
      departmentId: departmentId == null ? null : keyOf('participation', departmentId, 'departmentId'),
      visitorDepartment: visitorDepartment ?? null,
      entryKey,
      secondsAgo: secondsAgo ?? null,
    })
    return readOne(ctx, info, meetingShape, id)
  }
}

async function changed(
  ctx: Context,
  info: GraphQLResolveInfo,
  { id, ...seen }: Seen,
  change: (found: Seen) => Promise<string>,
) {
  requireRole(ctx, 'staff', 'lead')
  return readOne(ctx, info, meetingShape, await change({ id: keyOf('meeting', id), ...seen }))
}
