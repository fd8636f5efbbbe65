import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requireRole } from '../accounts/require-role.ts'
import {
  CurationDecisionEnum,
  NotSelectedReasonEnum,
  ParticipationSideEnum,
  ParticipationStateEnum,
} from './curation-enums.graphql.ts'
import { Curation } from './curation.graphql.ts'
import { decideMany } from './decide-many.ts'
import { decide, type DecisionStep } from './decide.ts'
import { inviteParticipants } from './invite.ts'
import { ParticipationFilterInput } from './participation-list.graphql.ts'
import { ParticipationType } from './participation.graphql.ts'
import { participationShape } from './participation.shape.ts'
import type { Side } from './participation.states.ts'
import { pickIds } from './pick-ids.ts'
import { readCuration } from './read-curation.ts'
import type { NotSelectedReason } from './reasons.ts'
import type { Refused } from './rehearse.ts'
import { sendLetters } from './send-letters.ts'
import { undoLast } from './undo.ts'
import { setWeights, type Weights } from './weights.ts'

@ObjectType({ simpleResolvers: true, description: '안 된 것. One of many that was refused, and why.' })
export class CurationRefusal {
  @Field(() => ID, { description: '대상. Of the participation, or of whom it was about.' })
  id!: string

  @Field(() => String, { description: '코드. As in `refusalCodes`.' })
  code!: string

  @Field(() => String, { description: '설명. What it was refused with.' })
  message!: string
}

@ObjectType({ simpleResolvers: true, description: '일괄 결과. What a step on many did, or would do.' })
export class CurationBulk {
  @Field(() => Boolean, { description: '미리 보기. True: nothing has changed.' })
  isDryRun!: boolean

  @Field(() => [ID], { description: '바뀐 참여. Which ones.' })
  changed!: string[]

  @Field(() => [CurationRefusal], { description: '안 된 것. Which ones were refused, and why.' })
  refused!: CurationRefusal[]
}

@ObjectType({ simpleResolvers: true, description: '초청 결과. Who was invited, or would be.' })
export class Invitations {
  @Field(() => Boolean, { description: '미리 보기. True: nobody was invited.' })
  isDryRun!: boolean

  @Field(() => [String], { description: '이름. Of those invited.' })
  names!: string[]

  @Field(() => [CurationRefusal], { description: '안 된 것. Who is in the event already.' })
  refused!: CurationRefusal[]
}

@ObjectType({ simpleResolvers: true, description: '되돌린 결정. What was taken back.' })
export class UndoneDecision {
  @Field(() => ID, { description: '참여. Of which participation.' })
  id!: string

  @Field(() => ParticipationStateEnum, { description: '전 상태. What it was made.' })
  from!: string

  @Field(() => ParticipationStateEnum, { description: '지금 상태. What it is again.' })
  to!: string
}

@ObjectType({ simpleResolvers: true, description: '보낸 결과. Letters of one step.' })
export class CurationLetters {
  @Field(() => Boolean, { description: '미리 보기. True: nothing was sent.' })
  isDryRun!: boolean

  @Field(() => [ID], { description: '참여. Who is told.' })
  participations!: string[]

  @Field(() => [String], { description: '부족한 정원. Quotas that are short of their minimum.' })
  shortages!: string[]
}

@InputType({ description: '초청 대상. Named, or all that the rest finds.' })
export class InvitedInput {
  @Field(() => ParticipationSideEnum, { description: '참여 쪽. Enterprises or departments.' })
  side!: Side

  @Field(() => [ID], { nullable: true, description: '고른 것. Of enterprises or departments.' })
  ids?: string[] | null

  @Field(() => String, { nullable: true, description: '이름. Words of it.' })
  query?: string | null

  @Field(() => String, { nullable: true, description: '인증 종류. Code of a certification valid today.' })
  kind?: string | null

  @Field(() => String, { nullable: true, description: '품목. A prefix of a category on sale.' })
  category?: string | null

  @Field(() => String, { nullable: true, description: '지역. Code; a prefix is an area.' })
  region?: string | null
}

@InputType({ description: '순위 비중 변경. What is left out stays as it is.' })
export class WeightsInput {
  @Field(() => Int, { nullable: true, description: '구매예정 품목. 0 to 100 points.' })
  items?: number | null

  @Field(() => Int, { nullable: true, description: '품목 만점 기준. 1 to 1,000 items.' })
  itemsFull?: number | null

  @Field(() => Int, { nullable: true, description: '공급능력. 0 to 100 points.' })
  capacity?: number | null

  @Field(() => Int, { nullable: true, description: '납품실적. 0 to 100 points.' })
  records?: number | null

  @Field(() => Int, { nullable: true, description: '실적 만점 기준. 1 to 100 records.' })
  recordsFull?: number | null

  @Field(() => Int, { nullable: true, description: '실적 인정 기간. 1 to 20 years.' })
  recordYears?: number | null

  @Field(() => Int, { nullable: true, description: '납품조건. 0 to 100 points.' })
  terms?: number | null

  @Field(() => Int, { nullable: true, description: '지난 참가. 0 to 100 points.' })
  returner?: number | null

  @Field(() => Int, { nullable: true, description: '첫 참가. 0 to 100 points.' })
  newcomer?: number | null

  @Field(() => Int, { nullable: true, description: '정원 보충. 0 to 100 points.' })
  need?: number | null
}

const whichEvent = { description: '행사. Which event.' }
const seenVersion = {
  description: '본 판. `version` as it was read; CONFLICT with `changes` when somebody was faster.',
}
const decisionOptions = { description: '결정. What is decided.' }
const codeOptions = { nullable: true, description: '미선정 이유. Needed with NOT_SELECT.' }
const reasonOptions = {
  nullable: true,
  description: '덧붙일 말. At most 500 characters; needed with OTHER. The participant reads it.',
}
const dryRunOptions = { description: '미리 보기. True: says what it would do, and does not.' }

@Resolver()
export class CurationMutations {
  @Mutation(() => ParticipationType, {
    description: '선정 결정. Nobody is told before `sendLetters`; can be taken back until then.',
  })
  async decideParticipation(
    @Arg('id', () => ID, { description: '참여. Which one.' }) id: string,
    @Arg('decision', () => CurationDecisionEnum, decisionOptions) step: DecisionStep,
    @Arg('reasonCode', () => NotSelectedReasonEnum, codeOptions) reasonCode:
      | NotSelectedReason
      | null
      | undefined,
    @Arg('reason', () => String, reasonOptions) reason: string | null | undefined,
    @Arg('expectedVersion', () => Int, seenVersion) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const seen = { id: keyOf('participation', id), expectedVersion }
    return readOne(ctx, info, participationShape, await decide(ctx, seen, { step, reasonCode, reason }))
  }

  @Mutation(() => CurationBulk, {
    description:
      '일괄 선정 결정. The same on many: named, or all that a filter finds. One act for `undoCuration`.',
  })
  async decideParticipations(
    @Arg('eventId', () => ID, whichEvent) eventId: string,
    @Arg('decision', () => CurationDecisionEnum, decisionOptions) step: DecisionStep,
    @Arg('reasonCode', () => NotSelectedReasonEnum, codeOptions) reasonCode:
      | NotSelectedReason
      | null
      | undefined,
    @Arg('reason', () => String, reasonOptions) reason: string | null | undefined,
    @Arg('ids', () => [ID], { nullable: true, description: '고른 것. At most 1,000; else `filter`.' })
    ids: string[] | null | undefined,
    @Arg('filter', () => ParticipationFilterInput, {
      nullable: true,
      description: '조건. As in `participations`.',
    })
    filter: ParticipationFilterInput | null | undefined,
    @Arg('seen', () => Int, {
      nullable: true,
      description: '본 건수. `totalCount` as read with `filter`; CONFLICT with `rows` when it has moved.',
    })
    seen: number | null | undefined,
    @Arg('isDryRun', () => Boolean, dryRunOptions) isDryRun: boolean,
    @Ctx() ctx: Context,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const keys = ids?.map(id => keyOf('participation', id, 'ids')) ?? null
    const event = keyOf('event', eventId, 'eventId')
    const picked = await pickIds(ctx, event, { ids: keys, filter: filter ?? null, seen: seen ?? null })
    const outcome = await decideMany(ctx, event, picked, { step, reasonCode, reason }, isDryRun)
    return {
      isDryRun,
      changed: outcome.changed.map(idOf),
      refused: refusedAs('participation', outcome.refused),
    }
  }

  @Mutation(() => [UndoneDecision], {
    description:
      '선정 되돌리기. The last act of who asks, and when asked again the one before; as long as nobody was told.',
  })
  async undoCuration(
    @Arg('eventId', () => ID, whichEvent) eventId: string,
    @Arg('isDryRun', () => Boolean, dryRunOptions) isDryRun: boolean,
    @Ctx() ctx: Context,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const undone = await undoLast(ctx, keyOf('event', eventId, 'eventId'), isDryRun)
    return undone.map(({ id, from, to }) => ({ id: idOf(id), from, to }))
  }

  @Mutation(() => Invitations, {
    description: '초청. Into an event, by name or by what they are; they accept or decline.',
  })
  async inviteParticipants(
    @Arg('eventId', () => ID, whichEvent) eventId: string,
    @Arg('invited', () => InvitedInput, { description: '초청 대상. Whom.' }) invited: InvitedInput,
    @Arg('isDryRun', () => Boolean, dryRunOptions) isDryRun: boolean,
    @Ctx() ctx: Context,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const { side } = invited
    const ids = invited.ids?.map(id => keyOf(side, id, 'invited.ids')) ?? null
    const outcome = await inviteParticipants(
      ctx,
      keyOf('event', eventId, 'eventId'),
      { ...invited, ids },
      isDryRun,
    )
    return { isDryRun, names: outcome.names, refused: refusedAs(side, outcome.refused) }
  }

  @Mutation(() => CurationLetters, {
    description:
      '결과 보내기. Tells everybody what was decided and has not been told yet; each decision once.',
  })
  async sendLetters(
    @Arg('eventId', () => ID, whichEvent) eventId: string,
    @Arg('isDryRun', () => Boolean, dryRunOptions) isDryRun: boolean,
    @Arg('shortageReason', () => String, {
      nullable: true,
      description: '정원 미달 사유. Needed while a quota is short of its minimum; kept in the ledger.',
    })
    shortageReason: string | null | undefined,
    @Ctx() ctx: Context,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const { ids, shortages } = await sendLetters(
      ctx,
      keyOf('event', eventId, 'eventId'),
      isDryRun,
      shortageReason,
    )
    return { isDryRun, participations: ids.map(idOf), shortages }
  }

  @Mutation(() => Curation, {
    description: '순위 비중 조정. For one event, from now on; every version is kept.',
  })
  async setCurationWeights(
    @Arg('eventId', () => ID, whichEvent) eventId: string,
    @Arg('weights', () => WeightsInput, { description: '비중. What changes.' }) weights: WeightsInput,
    @Arg('expectedVersion', () => Int, {
      description: '본 판. `weights.version` as it was read; 0: never changed.',
    })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('event', eventId, 'eventId')
    await setWeights(ctx, key, given(weights), expectedVersion)
    const curation = await readCuration(ctx, key)
    if (!curation) throw new Refusal('NOT_FOUND', 'There is no such event.', 'eventId')
    return curation
  }
}

const idOf = (key: string) => globalId('participation', key)
const refusedAs = (tag: string, refused: readonly Refused[]) =>
  refused.map(({ id, code, message }) => ({ id: globalId(tag, id), code, message }))

/** Without what was left out. */
const given = (weights: WeightsInput): Partial<Weights> =>
  Object.fromEntries(Object.entries(weights).filter(([, value]) => value != null))
