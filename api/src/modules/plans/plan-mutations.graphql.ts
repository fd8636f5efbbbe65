import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Context, RequestContext } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { addPlan, changePlan, confirmCategory, setVisibility, takePlanStep } from './change-plan.ts'
import {
  PlannedPurchaseChangesInput,
  PlannedPurchaseInput,
  PlannedPurchaseType,
  PlanVisibilityEnum,
} from './plan.graphql.ts'
import { planShape } from './plan.shape.ts'
import type { PlanStep } from './plan.states.ts'
import type { Visibility } from './planned-purchase.entity.ts'

const which = { description: '구매예정품목. Which plan.' }
const seen = { description: '본 버전. `version` as it was read; CONFLICT when somebody was faster.' }

@Resolver()
export class PlanMutations {
  @Mutation(() => PlannedPurchaseType, {
    description: '구매예정품목 추가. By an officer for the own department, by staff for any of the centre.',
  })
  async addPlannedPurchase(
    @Arg('departmentId', () => ID, { description: '부서. Who means to buy it.' }) departmentId: string,
    @Arg('plan', () => PlannedPurchaseInput, { description: '품목. What is meant to be bought.' })
    { year, month, item, category, won, budgetLine, visibility }: PlannedPurchaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'buyer', 'staff', 'lead')
    const id = await addPlan(ctx, keyOf('department', departmentId, 'departmentId'), {
      ...{ year, item, visibility, month: month ?? null, categoryCode: category ?? null },
      ...{ won: won ?? null, budgetLine: budgetLine ?? null },
    })
    return readOne(ctx, info, planShape, id)
  }

  @Mutation(() => PlannedPurchaseType, { description: '구매예정품목 수정. CONFLICT tells both values.' })
  async changePlannedPurchase(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('changes', () => PlannedPurchaseChangesInput, { description: '변경. What to change.' })
    { category, ...changes }: PlannedPurchaseChangesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'buyer', 'staff', 'lead')
    const key = keyOf('plan', id)
    await changePlan(ctx, key, expectedVersion, { ...changes, categoryCode: category })
    return readOne(ctx, info, planShape, key)
  }

  @Mutation(() => PlannedPurchaseType, {
    description: '품목분류 확인. The suggested category as it is, or another one in its place.',
  })
  async confirmPlanCategory(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('category', () => String, { nullable: true, description: '품목분류. Left out: as suggested.' })
    category: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'buyer', 'staff', 'lead')
    const key = keyOf('plan', id)
    await confirmCategory(ctx, key, expectedVersion, category ?? null)
    return readOne(ctx, info, planShape, key)
  }

  @Mutation(() => Int, {
    description: '공개 범위 바꾸기. Of up to 500 plans, all or none; returns how many were not so before.',
  })
  setPlanVisibility(
    @Arg('ids', () => [ID], { description: '구매예정품목. Which plans.' }) ids: string[],
    @Arg('visibility', () => PlanVisibilityEnum, { description: '공개 범위. Who sees them.' })
    visibility: Visibility,
    @Ctx() ctx: Context,
  ) {
    requireRole(ctx, 'buyer', 'staff', 'lead')
    const keys = ids.map(id => keyOf('plan', id, 'ids'))
    return setVisibility(ctx, keys, visibility)
  }

  @Mutation(() => PlannedPurchaseType, { description: '거두기. Planned no longer; it can be restored.' })
  withdrawPlannedPurchase(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return step(ctx, info, { id, expectedVersion, step: 'withdraw' })
  }

  @Mutation(() => PlannedPurchaseType, { description: '되살리기. Planned again.' })
  restorePlannedPurchase(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return step(ctx, info, { id, expectedVersion, step: 'restore' })
  }
}

interface Asked {
  id: string
  expectedVersion: number
  step: PlanStep
}

async function step(ctx: Context, info: GraphQLResolveInfo, { id, expectedVersion, step }: Asked) {
  requireRole(ctx, 'buyer', 'staff', 'lead')
  const key = keyOf('plan', id)
  await takePlanStep(ctx, key, expectedVersion, step)
  return readOne(ctx, info, planShape, key)
}
