import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { declareConflict } from './conflict-of-interest.ts'
import { assign, begin, judge, noteItem } from './judge.ts'
import { ReviewType } from './review.graphql.ts'
import { reviewShape } from './review.shape.ts'
import type { Verdict } from './vetting.states.ts'
import { VerdictEnum } from './vetting-enums.graphql.ts'
import { item, seen, which, why } from './review-arguments.ts'

@Resolver()
export class ReviewMutations {
  @Mutation(() => ReviewType, {
    description:
      '배정. To a colleague, or to oneself when `to` is left out; takes over what somebody else holds.',
  })
  async assignReview(
    @Arg('id', () => ID, which) id: string,
    @Arg('to', () => ID, { nullable: true, description: '담당. One of `reviewers`; null: who asks.' })
    to: string | null | undefined,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const colleague = to == null ? null : keyOf('person', to, 'to')
    const key = await assign(ctx, { id: keyOf('review', id), expectedVersion }, colleague)
    return readOne(ctx, info, reviewShape, key)
  }

  @Mutation(() => ReviewType, { description: '심사 시작. Whoever begins an unassigned case holds it.' })
  async beginReview(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = await begin(ctx, { id: keyOf('review', id), expectedVersion })
    return readOne(ctx, info, reviewShape, key)
  }

  @Mutation(() => ReviewType, {
    description:
      '판정. Of one item. WAIVED and OVERRIDDEN are for the lead and need a reason of 10 characters; MET is refused where the records deny it.',
  })
  async judgeItem(
    @Arg('id', () => ID, which) id: string,
    @Arg('number', () => Int, item) number: number,
    @Arg('verdict', () => VerdictEnum, { description: '판정. What became of it.' }) verdict: Verdict,
    @Arg('reason', () => String, { nullable: true, description: '이유. Why it is waived or overridden.' })
    reason: string | null | undefined,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const judgement = { number, verdict, reason: reason ?? null }
    const key = await judge(ctx, { id: keyOf('review', id), expectedVersion }, judgement)
    return readOne(ctx, info, reviewShape, key)
  }

  @Mutation(() => ReviewType, {
    description:
      '보완 메모. What the enterprise will be asked to put right about one item; sent with `sendBackReview`.',
  })
  async noteItem(
    @Arg('id', () => ID, which) id: string,
    @Arg('number', () => Int, item) number: number,
    @Arg('note', () => String, {
      nullable: true,
      description: '메모. As the enterprise will read it; null takes it back.',
    })
    note: string | null | undefined,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = await noteItem(ctx, { id: keyOf('review', id), expectedVersion }, number, note ?? null)
    return readOne(ctx, info, reviewShape, key)
  }

  @Mutation(() => Boolean, {
    description:
      '이해충돌 신고. From now on a colleague has to judge this enterprise; doing so twice is doing so once.',
  })
  async declareConflictOfInterest(
    @Arg('enterpriseId', () => ID, { description: '기업. With which enterprise.' }) enterpriseId: string,
    @Arg('reason', () => String, why) reason: string,
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    requireRole(ctx, 'staff', 'lead')
    await declareConflict(ctx, keyOf('enterprise', enterpriseId, 'enterpriseId'), reason)
    return true
  }
}
