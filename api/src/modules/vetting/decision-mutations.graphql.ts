import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Context, Role } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne, type Row } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { approve, reinstate, reject, reopen, sendBack, suspend, undoDecision } from './decide.ts'
import { seen, which, why } from './review-arguments.ts'
import { ReviewType } from './review.graphql.ts'
import { reviewShape } from './review.shape.ts'
import type { Seen } from './take-step.ts'

@Resolver()
export class DecisionMutations {
  @Mutation(() => ReviewType, { description: '보완 요청. With the notes written so far; at least one.' })
  sendBackReview(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return decided(ctx, info, desk, { id, expectedVersion }, found => sendBack(ctx, found))
  }

  @Mutation(() => ReviewType, {
    description:
      '승인. Publishes the enterprise in the catalogue. Where two people must approve, the first one leaves it IN_REVIEW.',
  })
  approveReview(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return decided(ctx, info, desk, { id, expectedVersion }, found => approve(ctx, found))
  }

  @Mutation(() => ReviewType, { description: '불승인. With a reason, which the enterprise reads.' })
  rejectReview(
    @Arg('id', () => ID, which) id: string,
    @Arg('reason', () => String, why) reason: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return decided(ctx, info, desk, { id, expectedVersion }, found => reject(ctx, found, reason))
  }

  @Mutation(() => ReviewType, {
    description: '되돌리기. Takes back one’s own return, approval or rejection until its notice leaves.',
  })
  undoReviewDecision(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return decided(ctx, info, desk, { id, expectedVersion }, found => undoDecision(ctx, found))
  }

  @Mutation(() => ReviewType, { description: '정지. The lead takes the enterprise out of the catalogue.' })
  suspendReview(
    @Arg('id', () => ID, which) id: string,
    @Arg('reason', () => String, why) reason: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return decided(ctx, info, ['lead'], { id, expectedVersion }, found => suspend(ctx, found, reason))
  }

  @Mutation(() => ReviewType, { description: '정지 해제. The lead puts the enterprise back.' })
  reinstateReview(
    @Arg('id', () => ID, which) id: string,
    @Arg('reason', () => String, why) reason: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return decided(ctx, info, ['lead'], { id, expectedVersion }, found => reinstate(ctx, found, reason))
  }

  @Mutation(() => ReviewType, { description: '재심사. Looks again at a case that was closed.' })
  reopenReview(
    @Arg('id', () => ID, which) id: string,
    @Arg('reason', () => String, why) reason: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return decided(ctx, info, desk, { id, expectedVersion }, found => reopen(ctx, found, reason))
  }
}

const desk: [Role, ...Role[]] = ['staff', 'lead']

/** Who may comes before what: a wrong id tells nothing to those who may not. */
async function decided(
  ctx: Context,
  info: GraphQLResolveInfo,
  roles: [Role, ...Role[]],
  { id, expectedVersion }: Seen,
  step: (found: Seen) => Promise<string>,
): Promise<Row> {
  requireRole(ctx, ...roles)
  return readOne(ctx, info, reviewShape, await step({ id: keyOf('review', id), expectedVersion }))
}
