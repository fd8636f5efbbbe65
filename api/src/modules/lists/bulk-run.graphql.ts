import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, Int, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { Node } from '../../platform/node.graphql.ts'
import { readRows } from '../../platform/read/read.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { StaffMemberType } from '../vetting/review-parts.graphql.ts'
import { BlockCodeEnum } from '../vetting/vetting-enums.graphql.ts'
import type { BulkActionName } from './bulk-actions.ts'
import { bulkRunShape, isRunOf } from './bulk-run.shape.ts'
import type { BulkState } from './bulk.states.ts'

export const BulkActionEnum = {
  ASSIGN: 'assign',
  BEGIN: 'begin',
  APPROVE: 'approve',
  SEND_BACK: 'send_back',
  REJECT: 'reject',
  UNDO_DECISION: 'undo_decision',
  PUBLISH: 'publish',
  WITHDRAW: 'withdraw',
  REOPEN_REVIEW: 'reopen_review',
} as const satisfies Record<string, BulkActionName>
registerEnumType(BulkActionEnum, {
  name: 'BulkAction',
  description: '일괄 작업. What is done to many rows; each by the operation that does it to one.',
  valuesConfig: {
    ASSIGN: { description: '배정. `assignReview`.' },
    BEGIN: { description: '심사 시작. `beginReview`.' },
    APPROVE: { description: '승인. `approveReview`.' },
    SEND_BACK: { description: '보완 요청. `sendBackReview`.' },
    REJECT: { description: '불승인. `rejectReview`.' },
    UNDO_DECISION: { description: '결정 되돌리기. `undoReviewDecision`.' },
    PUBLISH: { description: '공개. `takeEnterpriseStep`.' },
    WITHDRAW: { description: '공개 중지. `takeEnterpriseStep`.' },
    REOPEN_REVIEW: { description: '재심사. `reopenReview` of the latest case of an enterprise.' },
  },
})

const BulkStateEnum = {
  CHECKING: 'checking',
  CHECKED: 'checked',
  RUNNING: 'running',
  DONE: 'done',
  STOPPED: 'stopped',
} as const satisfies Record<string, BulkState>
registerEnumType(BulkStateEnum, {
  name: 'BulkState',
  description: '일괄 작업 상태. How far it has come.',
  valuesConfig: {
    CHECKING: { description: '확인 중. The step is rehearsed on each row; nothing has changed.' },
    CHECKED: { description: '확인함. It is known what would change; waits for `startBulk`.' },
    RUNNING: { description: '적용 중. Row by row.' },
    DONE: { description: '마침. Every row was changed or refused.' },
    STOPPED: { description: '멈춤. What was done until then stays done.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '안 되는 이유. Why rows are refused, and how many.' })
export class BulkRefusal {
  @Field(() => String, { description: '코드. As in `refusalCodes`.' })
  code!: string

  @Field(() => BlockCodeEnum, {
    nullable: true,
    description: '막힌 이유 코드. Of cases, where there is one.',
  })
  block!: string | null

  @Field(() => String, { description: '설명. What the operation says to one row.' })
  message!: string

  @Field(() => Int, { description: '건수. How many rows.' })
  count!: number

  @Field(() => [String], { description: '보기. Names of the first of them, at most five.' })
  examples!: string[]
}

@ObjectType('BulkRun', {
  implements: Node,
  simpleResolvers: true,
  description: '일괄 작업 한 건. One step for many rows of a list; read by whoever asked for it only.',
})
export class BulkRunType extends Node {
  @Field(() => BulkActionEnum, { description: '작업. What is done.' })
  action!: BulkActionName

  @Field(() => BulkStateEnum, { description: '상태. How far it has come.' })
  state!: BulkState

  @Field(() => StaffMemberType, { nullable: true, description: '담당. To whom cases are assigned.' })
  to!: StaffMemberType | null

  @Field(() => String, { nullable: true, description: '이유. As it was given; kept with each row.' })
  reason!: string | null

  @Field(() => Int, { description: '전체. How many rows are meant.' })
  total!: number

  @Field(() => Int, { description: '진행. How many of them have been rehearsed, then done.' })
  worked!: number

  @Field(() => Int, { description: '바뀔 수. Rows the step was rehearsed on well.' })
  wouldChange!: number

  @Field(() => Int, { description: '바뀐 수. Rows changed.' })
  changed!: number

  @Field(() => Int, { description: '안 되는 수. Rows refused.' })
  refused!: number

  @Field(() => [BulkRefusal], { description: '안 되는 이유. The most frequent first, at most 20.' })
  refusals!: BulkRefusal[]

  @Field(() => Boolean, { description: '되돌리기 가능. Whether `undoBulk` takes the step back.' })
  canBeUndone!: boolean

  @Field(() => ID, { nullable: true, description: '되돌린 작업. Which run this one takes back.' })
  undoes!: string | null

  @Field(() => DateTimeScalar, { description: '일시. When it was asked for.' })
  createdAt!: string
}

@Resolver()
export class BulkQueries {
  @Query(() => BulkRunType, {
    nullable: true,
    description: '일괄 작업. How far it has come; null when there is none, or it is somebody else’s.',
  })
  async bulkRun(
    @Arg('id', () => ID, { description: '일괄 작업. Which one.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const key = keyOf('bulkrun', id)
    const [row] = await readRows(ctx, info, {
      shape: bulkRunShape,
      where: conditions => {
        conditions.add(`t.id = ${conditions.value(key)}::uuid`)
        conditions.add(isRunOf('t', `${conditions.value(ctx.actor.personId)}::uuid`))
      },
    })
    return row ?? null
  }
}
