import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, registerEnumType, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readOne } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { ReviewFilter, ReviewViewEnum } from '../vetting/review-list.graphql.ts'
import { inView, narrow, type ReviewView } from '../vetting/review-queue.ts'
import type { BulkActionName } from './bulk-actions.ts'
import { BulkRunType } from './bulk-run.graphql.ts'
import { bulkRunShape } from './bulk-run.shape.ts'
import { startBulk, stopBulk, undoBulk } from './change-bulk.ts'
import { narrowDesks } from './desk-list.ts'
import { EnterpriseDeskFilter } from './desk-list.graphql.ts'
import { planBulk, type BulkSelection } from './plan-bulk.ts'

const EnterpriseBulkEnum = {
  PUBLISH: 'publish',
  WITHDRAW: 'withdraw',
  REOPEN_REVIEW: 'reopen_review',
} as const satisfies Record<string, BulkActionName>
type EnterpriseBulk = (typeof EnterpriseBulkEnum)[keyof typeof EnterpriseBulkEnum]
registerEnumType(EnterpriseBulkEnum, {
  name: 'EnterpriseBulkAction',
  description: '기업 일괄 작업. What can be done to many enterprises.',
  valuesConfig: {
    PUBLISH: { description: '공개. Into the catalogue.' },
    WITHDRAW: { description: '공개 중지. Out of the catalogue; needs a reason.' },
    REOPEN_REVIEW: { description: '재심사. Opens the latest case again; needs a reason.' },
  },
})

const ReviewBulkEnum = {
  ASSIGN: 'assign',
  BEGIN: 'begin',
  APPROVE: 'approve',
  SEND_BACK: 'send_back',
  REJECT: 'reject',
} as const satisfies Record<string, BulkActionName>
type ReviewBulk = (typeof ReviewBulkEnum)[keyof typeof ReviewBulkEnum]
registerEnumType(ReviewBulkEnum, {
  name: 'ReviewBulkAction',
  description: '심사 일괄 작업. What can be done to many cases.',
  valuesConfig: {
    ASSIGN: { description: '배정. To `to`, or to who asks.' },
    BEGIN: { description: '심사 시작. Of cases nobody else holds.' },
    APPROVE: { description: '승인. Where every required item is met.' },
    SEND_BACK: { description: '보완 요청. Where notes are written.' },
    REJECT: { description: '불승인. Needs a reason.' },
  },
})

const idsOptions = {
  nullable: true,
  description: '고른 것. At most 1,000; left out: all that `filter` finds.',
}
const seenOptions = {
  nullable: true,
  description: '본 건수. `totalCount` as it was read with `filter`; CONFLICT with `rows` when it has moved.',
}

@InputType({ description: '고른 기업. Named, or all that a filter finds.' })
export class EnterpriseSelection {
  @Field(() => [ID], idsOptions)
  ids?: string[] | null

  @Field(() => EnterpriseDeskFilter, { nullable: true, description: '조건. As in `enterpriseDesks`.' })
  filter?: EnterpriseDeskFilter | null

  @Field(() => Int, seenOptions)
  seen?: number | null
}

@InputType({ description: '고른 심사. Named, or all that a view and a filter find.' })
export class ReviewSelection {
  @Field(() => [ID], idsOptions)
  ids?: string[] | null

  @Field(() => ReviewViewEnum, { nullable: true, description: '보기. As in `reviews`; ALL when left out.' })
  view?: ReviewView | null

  @Field(() => ReviewFilter, { nullable: true, description: '조건. As in `reviews`.' })
  filter?: ReviewFilter | null

  @Field(() => Int, seenOptions)
  seen?: number | null
}

const which = { description: '일괄 작업. Which one.' }
const why = { nullable: true, description: '이유. At least 10 characters; kept with each row.' }

@Resolver()
export class BulkMutations {
  @Mutation(() => BulkRunType, {
    description:
      '기업 일괄 작업 미리 보기. Nothing changes: the step is rehearsed on each row. Follow `bulkRun`.',
  })
  async planEnterpriseBulk(
    @Arg('action', () => EnterpriseBulkEnum, { description: '작업. What to do.' }) action: EnterpriseBulk,
    @Arg('selection', () => EnterpriseSelection, { description: '고른 기업. Which ones.' })
    selection: EnterpriseSelection,
    @Arg('reason', () => String, why) reason: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const rows = rowsOf(selection, ['enterprisedesk', 'enterprise'], conditions =>
      narrowDesks(conditions, selection.filter ?? {}, ctx),
    )
    return readOne(
      ctx,
      info,
      bulkRunShape,
      await planBulk(ctx, { action, selection: rows, reason: reason ?? null }),
    )
  }

  @Mutation(() => BulkRunType, {
    description:
      '심사 일괄 작업 미리 보기. Nothing changes: the step is rehearsed on each row. Follow `bulkRun`.',
  })
  async planReviewBulk(
    @Arg('action', () => ReviewBulkEnum, { description: '작업. What to do.' }) action: ReviewBulk,
    @Arg('selection', () => ReviewSelection, { description: '고른 심사. Which ones.' })
    selection: ReviewSelection,
    @Arg('to', () => ID, { nullable: true, description: '담당. One of `reviewers`; null: who asks.' })
    to: string | null | undefined,
    @Arg('reason', () => String, why) reason: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const rows = rowsOf(selection, ['review'], conditions => {
      inView(conditions, selection.view ?? 'all', ctx)
      narrow(conditions, selection.filter ?? {})
    })
    const colleague = to == null ? null : keyOf('person', to, 'to')
    const id = await planBulk(ctx, { action, selection: rows, to: colleague, reason: reason ?? null })
    return readOne(ctx, info, bulkRunShape, id)
  }

  @Mutation(() => BulkRunType, {
    description: '일괄 작업 적용. On the rows that were rehearsed, one by one.',
  })
  async startBulk(
    @Arg('id', () => ID, which) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    return readOne(ctx, info, bulkRunShape, await startBulk(ctx, keyOf('bulkrun', id)))
  }

  @Mutation(() => BulkRunType, { description: '일괄 작업 멈춤. What was done until then stays done.' })
  async stopBulk(
    @Arg('id', () => ID, which) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    return readOne(ctx, info, bulkRunShape, await stopBulk(ctx, keyOf('bulkrun', id)))
  }

  @Mutation(() => BulkRunType, {
    description: '일괄 작업 되돌리기. Another run, of the step that takes each changed row back.',
  })
  async undoBulk(
    @Arg('id', () => ID, which) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    return readOne(ctx, info, bulkRunShape, await undoBulk(ctx, keyOf('bulkrun', id)))
  }
}

function rowsOf(
  { ids, seen }: { ids?: string[] | null; seen?: number | null },
  tags: [string, ...string[]],
  narrow: BulkSelection['narrow'],
): BulkSelection {
  if (ids == null && seen == null)
    throw new Refusal(
      'BAD_USER_INPUT',
      'Say either `ids`, or `seen`: how many the filter has found.',
      'selection',
    )
  return { ids: ids?.map(id => keyOf(tags, id, 'selection.ids')) ?? null, seen: seen ?? null, narrow }
}
