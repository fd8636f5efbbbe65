import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { personOf, requireRole } from '../accounts/require-role.ts'
import type { ApplicationWords } from './application-words.ts'
import { applyToEvent, changeParticipation, type Party } from './apply.ts'
import { ParticipationType } from './participation.graphql.ts'
import { participationShape } from './participation.shape.ts'
import { acceptParticipation, declineParticipation } from './reply.ts'

@InputType({ description: '신청 내용. What is left out stays as it is.' })
export class ParticipationInput {
  @Field(() => String, { nullable: true, description: '신청 내용. At most 1,000 characters.' })
  statement?: string | null

  @Field(() => ID, { nullable: true, description: '참여그룹. A group of the event.' })
  groupId?: string | null

  @Field(() => [ID], { nullable: true, description: '회차. Rounds of the event; none: all of them.' })
  roundIds?: string[] | null

  @Field(() => Int, { nullable: true, description: '동시 상담. Meetings at once, 1 to 20.' })
  seats?: number | null

  @Field(() => Int, {
    nullable: true,
    description: '상담 상한. Meetings at most, 1 to 100; null: as many as there is time for.',
  })
  meetingsMost?: number | null

  @Field(() => [ID], { nullable: true, description: '안 되는 시간. Slots in which it cannot meet anybody.' })
  awaySlotIds?: string[] | null
}

const whichOne = { description: '참여. Which one.' }
const seenVersion = { description: '본 판. `version` as it was read; CONFLICT when it has moved.' }
const words = { description: '신청 내용. What it says.' }

@Resolver()
export class ParticipantMutations {
  @Mutation(() => ParticipationType, {
    description:
      '참가 신청. For an enterprise by its own people, for a department by its officers or the staff; while the event is open.',
  })
  async applyToEvent(
    @Arg('eventId', () => ID, { description: '행사. Which event.' }) eventId: string,
    @Arg('enterpriseId', () => ID, { nullable: true, description: '기업. Either this or `departmentId`.' })
    enterpriseId: string | null | undefined,
    @Arg('departmentId', () => ID, { nullable: true, description: '부서. Either this or `enterpriseId`.' })
    departmentId: string | null | undefined,
    @Arg('application', () => ParticipationInput, words) application: ParticipationInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    personOf(ctx)
    const party = partyOf(enterpriseId, departmentId)
    const id = await applyToEvent(ctx, keyOf('event', eventId, 'eventId'), party, wordsOf(application))
    return readOne(ctx, info, participationShape, id)
  }

  @Mutation(() => ParticipationType, {
    description:
      '신청 수정. By whoever applied while the event is open, and when and how often it can meet until its timetable is out; by the staff until the event is held.',
  })
  async changeParticipation(
    @Arg('id', () => ID, whichOne) id: string,
    @Arg('application', () => ParticipationInput, words) application: ParticipationInput,
    @Arg('expectedVersion', () => Int, seenVersion) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    personOf(ctx)
    const seen = { id: keyOf('participation', id), expectedVersion }
    return readOne(ctx, info, participationShape, await changeParticipation(ctx, seen, wordsOf(application)))
  }

  @Mutation(() => ParticipationType, { description: '초청 수락. By whoever was invited.' })
  async acceptParticipation(
    @Arg('id', () => ID, whichOne) id: string,
    @Arg('expectedVersion', () => Int, seenVersion) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'buyer')
    const seen = { id: keyOf('participation', id), expectedVersion }
    return readOne(ctx, info, participationShape, await acceptParticipation(ctx, seen))
  }

  @Mutation(() => ParticipationType, {
    description: '참가 사양. By the participant, or the staff in their name; whoever waits moves up.',
  })
  async declineParticipation(
    @Arg('id', () => ID, whichOne) id: string,
    @Arg('reason', () => String, { nullable: true, description: '이유. At most 500 characters.' })
    reason: string | null | undefined,
    @Arg('expectedVersion', () => Int, seenVersion) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    personOf(ctx)
    const seen = { id: keyOf('participation', id), expectedVersion }
    return readOne(ctx, info, participationShape, await declineParticipation(ctx, seen, reason))
  }
}

function partyOf(enterpriseId: string | null | undefined, departmentId: string | null | undefined): Party {
  if ((enterpriseId == null) === (departmentId == null))
    throw new Refusal('BAD_USER_INPUT', 'Say either `enterpriseId` or `departmentId`.', 'enterpriseId')
  return enterpriseId == null
    ? { side: 'department', id: keyOf('department', departmentId ?? '', 'departmentId') }
    : { side: 'enterprise', id: keyOf('enterprise', enterpriseId, 'enterpriseId') }
}

const wordsOf = ({ groupId, roundIds, awaySlotIds, ...rest }: ParticipationInput): ApplicationWords => ({
  ...rest,
  ...(groupId === undefined
    ? {}
    : { groupId: groupId === null ? null : keyOf('group', groupId, 'application.groupId') }),
  ...(roundIds == null ? {} : { roundIds: roundIds.map(id => keyOf('round', id, 'application.roundIds')) }),
  ...(awaySlotIds == null
    ? {}
    : { awaySlotIds: awaySlotIds.map(id => keyOf('slot', id, 'application.awaySlotIds')) }),
})
