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
import { parseGlobalId } from '../../platform/global-id.ts'
import { isUuid } from '../../platform/id.ts'
import { Node } from '../../platform/node.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { readField } from '../../platform/read/read-field.ts'
import { readRows } from '../../platform/read/read.ts'
import { DateScalar, DateTimeScalar } from '../../platform/scalars.ts'
import { ViewerType } from '../accounts/account.graphql.ts'
import { EnterpriseType } from '../enterprises/enterprise.graphql.ts'
import { EvidenceFileType } from '../files/evidence-file.graphql.ts'
import { applicationShape, isApplicationOf } from './application.shape.ts'
import type { Facts } from './facts.ts'
import { RequirementSetType, RequirementType } from './requirement-set.graphql.ts'
import { ApplicationEvent, BlockedAction, Evaluation } from './review-parts.graphql.ts'
import { standingOf } from './standing.ts'
import { ReviewActionEnum, ReviewCauseEnum, ReviewStateEnum } from './vetting-enums.graphql.ts'

@ObjectType('ApplicationItem', {
  simpleResolvers: true,
  description:
    '신청 항목. One requirement, what the enterprise says to it, and what it is asked to put right.',
})
export class ApplicationItemType {
  @Field(() => Int, { description: '번호. Names the item within its application.' })
  number!: number

  @Field(() => RequirementType, { description: '요건. What must be shown.' })
  requirement!: RequirementType

  @Field(() => String, { nullable: true, description: '답. What the enterprise says.' })
  answer!: string | null

  @Field(() => Boolean, { description: '확약. Whether the enterprise declares it.' })
  isAttested!: boolean

  @Field(() => [ID], { description: '증빙 파일. Ids of the files attached.' })
  fileIds!: string[]

  @Field(() => [EvidenceFileType], { description: '증빙 파일. The files attached, with where to read them.' })
  files!: EvidenceFileType[]

  @Field(() => Evaluation, { description: '조건 확인. What the records say today.' })
  evaluation!: Evaluation

  @Field(() => String, { nullable: true, description: '보완 요청. What has to be put right.' })
  note!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: '받은 일시. When the note was sent.' })
  noteSentAt!: string | null

  @Field(() => Boolean, { description: '처리함. Whether the note has been acted on.' })
  isNoteAnswered!: boolean

  @Field(() => String, { nullable: true, description: '회신. What the enterprise wrote to the note.' })
  noteReply!: string | null
}

@ObjectType('Application', {
  implements: Node,
  simpleResolvers: true,
  description: '신청. A case as the enterprise sees it; only its own people can read this.',
})
export class ApplicationType extends Node {
  @Field(() => Int, { description: '판. Moves with every change; `expectedVersion` of the next one.' })
  version!: number

  @Field(() => ReviewStateEnum, { description: '상태. Where it stands.' })
  state!: string

  @Field(() => ReviewCauseEnum, { description: '사유. Why there is a case.' })
  cause!: string

  @Field(() => String, { nullable: true, description: '사유 설명. What set it off.' })
  causeDetail!: string | null

  @Field(() => EnterpriseType, { description: '기업. For which enterprise.' })
  enterprise!: EnterpriseType

  @Field(() => RequirementSetType, { description: '기준. What it is judged by, from beginning to end.' })
  requirementSet!: RequirementSetType

  @Field(() => DateScalar, {
    nullable: true,
    description: '기한. Until when whoever has it has to act (KST).',
  })
  dueOn!: string | null

  @Field(() => Int, { nullable: true, description: '남은 날. Negative when it is late.' })
  daysLeft!: number | null

  @Field(() => DateTimeScalar, { description: '시작 일시. When it was begun.' })
  openedAt!: string

  @Field(() => DateTimeScalar, { nullable: true, description: '제출 일시. When it was last handed in.' })
  submittedAt!: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '결정 일시. When it was last decided or returned.',
  })
  decidedAt!: string | null

  @Field(() => String, { nullable: true, description: '결정 이유. Why it was rejected.' })
  decisionReason!: string | null

  @Field(() => Int, { description: '보완 횟수. How often it was returned.' })
  timesReturned!: number

  @Field(() => Int, { description: '남은 보완 수. Notes not acted on yet.' })
  openNotes!: number

  @Field(() => Int, { description: '처리한 보완 수. Notes acted on.' })
  answeredNotes!: number

  @Field(() => [ApplicationItemType], { description: '항목. One for each requirement, in order.' })
  items!: ApplicationItemType[]
}

const first = { description: '몇 건. 1 to 100.' }

@Resolver(() => ApplicationType)
export class ApplicationFields {
  @FieldResolver(() => [ReviewActionEnum], { description: '할 수 있는 단계. What may be done next.' })
  allowedActions(@Root() row: { allowedActions: Facts }, @Ctx() { actor, now }: Context) {
    return standingOf(row.allowedActions, actor, now).allowed
  }

  @FieldResolver(() => [BlockedAction], {
    description: '막힌 단계. Steps that exist here, and what stands in their way.',
  })
  blockedActions(@Root() row: { blockedActions: Facts }, @Ctx() { actor, now }: Context) {
    return standingOf(row.blockedActions, actor, now).blocked
  }

  @FieldResolver(() => [ApplicationEvent], { description: '기록. What happened to it, the latest first.' })
  timeline(
    @Root() row: object,
    @Arg('first', () => Int, { defaultValue: 20, ...first }) size: number,
    @Info() info: GraphQLResolveInfo,
  ): object[] {
    pageOf({ first: size })
    return readField(row, info)
  }

  @Query(() => ApplicationType, {
    nullable: true,
    description: '신청 한 건. Null when there is none, or it is not of an enterprise of the person who asks.',
  })
  async application(
    @Arg('id', () => ID, { description: '신청. Which application.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const parsed = parseGlobalId(id)
    if (parsed?.tag !== 'application' || !isUuid(parsed.key)) return null
    const [row] = await readRows(ctx, info, {
      shape: applicationShape,
      where: conditions => {
        conditions.add(`t.id = ${conditions.value(parsed.key)}::uuid`)
        conditions.add(isApplicationOf('t', `${conditions.value(ctx.actor.personId)}::uuid`))
      },
    })
    return row ?? null
  }
}

@Resolver(() => EnterpriseType)
export class EnterpriseApplications {
  @FieldResolver(() => [ApplicationType], {
    description:
      '신청 목록. Applications of the enterprise, the latest first, for its own people; empty for everybody else.',
  })
  applications(
    @Root() row: object,
    @Arg('first', () => Int, first) size: number,
    @Info() info: GraphQLResolveInfo,
  ): object[] {
    pageOf({ first: size })
    return readField(row, info)
  }
}

@Resolver(() => ViewerType)
export class ViewerApplications {
  @FieldResolver(() => [ApplicationType], {
    description: '내 신청 목록. Applications of all enterprises the person acts for, the latest first.',
  })
  applications(
    @Arg('first', () => Int, first) size: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    pageOf({ first: size })
    return readRows(ctx, info, {
      shape: applicationShape,
      where: conditions =>
        conditions.add(isApplicationOf('t', `${conditions.value(ctx.actor.personId)}::uuid`)),
      orderBy: 't.opened_at desc, t.id desc',
      limit: size,
    })
  }
}
