import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { Node } from '../../platform/node.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { readField } from '../../platform/read/read-field.ts'
import { DateScalar, DateTimeScalar } from '../../platform/scalars.ts'
import { EnterpriseType } from '../enterprises/enterprise.graphql.ts'
import { EvidenceFileType } from '../files/evidence-file.graphql.ts'
import type { Facts } from './facts.ts'
import { RequirementSetType, RequirementType } from './requirement-set.graphql.ts'
import {
  BlockedAction,
  StaffMemberType,
  Evaluation,
  ReviewEvent,
  ReviewScore,
} from './review-parts.graphql.ts'
import { standingOf } from './standing.ts'
import { ReviewActionEnum, ReviewCauseEnum, ReviewStateEnum, VerdictEnum } from './vetting-enums.graphql.ts'
import { allowedVerdicts } from './vetting.states.ts'

@ObjectType('ReviewItem', {
  simpleResolvers: true,
  description: '심사 항목. One requirement of a case: what the enterprise says, and what became of it.',
})
export class ReviewItemType {
  @Field(() => Int, { description: '번호. Names the item within its case.' })
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

  @Field(() => Evaluation, { description: '기록상 판정. What the records say today.' })
  evaluation!: Evaluation

  @Field(() => VerdictEnum, { nullable: true, description: '판정. Null: nobody has judged it yet.' })
  verdict!: string | null

  @Field(() => String, { nullable: true, description: '이유. Why it was waived or overridden.' })
  reason!: string | null

  @Field(() => String, { nullable: true, description: '보완 메모. What has to be put right.' })
  note!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: '보낸 일시. Null: not sent yet.' })
  noteSentAt!: string | null

  @Field(() => Boolean, { description: '보완 회신. Whether the enterprise has acted on the note.' })
  isNoteAnswered!: boolean

  @Field(() => String, { nullable: true, description: '회신. What the enterprise wrote to the note.' })
  noteReply!: string | null

  @Field(() => StaffMemberType, { nullable: true, description: '판정한 사람. Who judged it.' })
  judgedBy!: StaffMemberType | null

  @Field(() => DateTimeScalar, { nullable: true, description: '판정 일시. When.' })
  judgedAt!: string | null
}

@ObjectType('Review', {
  implements: Node,
  simpleResolvers: true,
  description:
    '심사. One vetting case, for the staff of the centre it belongs to; nobody else can read this.',
})
export class ReviewType extends Node {
  @Field(() => Int, { description: '판. Moves with every change; `expectedVersion` of the next one.' })
  version!: number

  @Field(() => ReviewStateEnum, { description: '상태. Where it stands.' })
  state!: string

  @Field(() => ReviewCauseEnum, { description: '사유. Why there is a case.' })
  cause!: string

  @Field(() => String, { nullable: true, description: '사유 설명. What set it off.' })
  causeDetail!: string | null

  @Field(() => EnterpriseType, { description: '기업. Whose case it is.' })
  enterprise!: EnterpriseType

  @Field(() => RequirementSetType, {
    description: '기준. The version it is judged by, from beginning to end.',
  })
  requirementSet!: RequirementSetType

  @Field(() => StaffMemberType, { nullable: true, description: '담당. Who holds it; null: nobody (미배정).' })
  assignee!: StaffMemberType | null

  @Field(() => StaffMemberType, {
    nullable: true,
    description: '첫 승인. Who approved first, where two must.',
  })
  firstApprover!: StaffMemberType | null

  @Field(() => StaffMemberType, { nullable: true, description: '결정한 사람. Who decided last.' })
  decidedBy!: StaffMemberType | null

  @Field(() => DateScalar, {
    nullable: true,
    description: '기한. Until when the centre, or after a return the enterprise, has to act (KST).',
  })
  dueOn!: string | null

  @Field(() => Int, { nullable: true, description: '남은 날. Negative when it is late.' })
  daysLeft!: number | null

  @Field(() => DateTimeScalar, { description: '연 일시. When the case began.' })
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

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '되돌리기 기한. When the notice leaves; until then the decision can be undone.',
  })
  undoUntil!: string | null

  @Field(() => Int, { description: '보완 횟수. How often it was returned.' })
  timesReturned!: number

  @Field(() => Int, { description: '미처리 보완 수. Notes sent and not answered.' })
  openNotes!: number

  @Field(() => Int, { description: '처리된 보완 수. Notes sent and answered.' })
  answeredNotes!: number

  @Field(() => ReviewScore, { description: '점수. How far it has come.' })
  score!: ReviewScore

  @Field(() => [ReviewItemType], { description: '항목. One for each requirement, in order.' })
  items!: ReviewItemType[]

  @Field(() => [ReviewType], { description: '지난 심사. Earlier cases of the enterprise, the latest first.' })
  previous!: ReviewType[]
}

@Resolver(() => ReviewType)
export class ReviewFields {
  @FieldResolver(() => [ReviewActionEnum], {
    description: '할 수 있는 단계. What the person who asks may do next.',
  })
  allowedActions(@Root() row: { allowedActions: Facts }, @Ctx() { actor, now }: Context) {
    return standingOf(row.allowedActions, actor, now).allowed
  }

  @FieldResolver(() => [BlockedAction], {
    description: '막힌 단계. Steps that exist here for the person who asks, and what stands in their way.',
  })
  blockedActions(@Root() row: { blockedActions: Facts }, @Ctx() { actor, now }: Context) {
    return standingOf(row.blockedActions, actor, now).blocked
  }

  @FieldResolver(() => [ReviewEvent], { description: '기록. What happened to it, the latest first.' })
  timeline(
    @Root() row: object,
    @Arg('first', () => Int, { defaultValue: 20, description: '몇 건. 1 to 100.' }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): object[] {
    pageOf({ first })
    return readField(row, info)
  }
}

@Resolver(() => ReviewItemType)
export class ReviewItemFields {
  @FieldResolver(() => [VerdictEnum], {
    description: '줄 수 있는 판정. Verdicts that the person who asks may give on this item.',
  })
  allowedVerdicts(@Root() row: { allowedVerdicts: string | null }, @Ctx() { actor }: Context) {
    return allowedVerdicts(actor.role, row.allowedVerdicts)
  }
}
