import type { RequestContext, Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { staleSave } from '../audit/stale-save.ts'
import { departmentOf, livesIn, lockPlan, lockPlans } from './find-plan.ts'
import { assertMayHide, checkedPlan, type PlanChanges, type PlanValues } from './plan-values.ts'
import { planSteps, type PlanStep } from './plan.states.ts'
import { PlannedPurchase, type Visibility } from './planned-purchase.entity.ts'
import { suggestCategories } from './suggest-category.ts'

/** 구매예정품목 추가 — with the category that was said, or else the best suggestion. Returns its key. */
export async function addPlan(
  ctx: RequestContext,
  departmentId: string,
  values: PlanValues,
): Promise<string> {
  const checked = { ...values, ...(await checkedPlan(ctx, values)) }
  const [suggested] = values.categoryCode === null ? await suggestCategories(ctx, [values.item]) : []
  const [best] = suggested?.suggestions ?? []
  return inScope(ctx, async ctx => {
    const department = await departmentOf(ctx, departmentId)
    if (!livesIn(department, values.year))
      throw new Refusal('WRONG_STATE', `The department does not exist in ${values.year}.`, 'plan.year')
    const id = newId()
    const category = {
      categoryCode: values.categoryCode ?? best?.code ?? null,
      confidence: values.categoryCode === null ? (best?.confidence ?? null) : null,
      isCategoryConfirmed: values.categoryCode !== null,
    }
    ctx.em.create(PlannedPurchase, {
      ...{ ...values, ...checked, ...category, id, departmentId, centerId: department.centerId },
      ...{ source: sourceOf(ctx), state: 'planned', createdAt: ctx.now, updatedAt: ctx.now },
    })
    record(ctx, 'plan.added', subjectOf(id), {
      of: id,
      version: 1,
      changes: firstChanges({ ...checked, ...category }),
    })
    return id
  })
}

export const sourceOf = ({ actor }: Pick<Context, 'actor'>) => (actor.role === 'buyer' ? 'officer' : 'staff')
export const subjectOf = (id: string) => ({ type: 'planned_purchase', id })
const firstChanges = (values: object) =>
  Object.fromEntries(Object.entries(values).map(([field, to]) => [field, { from: null, to }]))

/** 구매예정품목 수정 — a category that is said counts as confirmed. */
export async function changePlan(
  ctx: Context,
  id: string,
  expectedVersion: number,
  changes: PlanChanges,
): Promise<void> {
  const checked = await checkedPlan(ctx, changes)
  return inScope(ctx, async ctx => {
    const plan = await lockPlan(ctx, id)
    assertIsPlanned(plan)
    const said =
      checked.categoryCode === undefined
        ? {}
        : { isCategoryConfirmed: checked.categoryCode !== null, confidence: null }
    await saveChanges(ctx, {
      ...{ row: plan, expectedVersion, stored: plan, patch: { ...checked, ...said } },
      ...{ event: 'plan.changed', subject: subjectOf(id) },
    })
  })
}

/** 품목분류 확인 — the suggestion as it is, or another category in its place. */
export async function confirmCategory(
  ctx: Context,
  id: string,
  expectedVersion: number,
  categoryCode: string | null,
): Promise<void> {
  await checkedPlan(ctx, { categoryCode })
  return inScope(ctx, async ctx => {
    const plan = await lockPlan(ctx, id)
    assertIsPlanned(plan)
    const code = categoryCode ?? plan.categoryCode ?? null
    if (code === null)
      throw new Refusal('BAD_USER_INPUT', 'There is no suggestion to confirm; say a category.', 'category')
    await saveChanges(ctx, {
      ...{ row: plan, expectedVersion, stored: plan },
      patch: { categoryCode: code, isCategoryConfirmed: true },
      ...{
        event: 'plan.category_confirmed',
        subject: subjectOf(id),
        detail: { suggested: plan.categoryCode ?? null },
      },
    })
  })
}

/** 거두기, 되살리기. */
export function takePlanStep(
  ctx: Context,
  id: string,
  expectedVersion: number,
  step: PlanStep,
): Promise<void> {
  return inScope(ctx, async ctx => {
    const plan = await lockPlan(ctx, id)
    const subject = subjectOf(id)
    if (plan.version !== expectedVersion)
      throw await staleSave(ctx, {
        ...{ row: plan, subject, expectedVersion, differing: [] },
        tell: (_, value) => value,
      })
    const { from, to } = planSteps[step]
    if (!from.some(state => state === plan.state))
      throw new Refusal('WRONG_STATE', `What is ${plan.state} cannot be taken the step "${step}".`, 'id')
    record(ctx, step === 'withdraw' ? 'plan.withdrawn' : 'plan.restored', subject, { from: plan.state, to })
    plan.state = to
    plan.updatedAt = ctx.now
  })
}

const mostAtOnce = 500

/** 공개 범위 — of many at once, all or none; returns how many were not so before. */
export function setVisibility(ctx: Context, ids: readonly string[], visibility: Visibility): Promise<number> {
  if (ids.length < 1 || ids.length > mostAtOnce)
    throw new Refusal('BAD_USER_INPUT', `\`ids\`: 1 to ${mostAtOnce} at once.`, 'ids')
  assertMayHide(ctx, visibility)
  return inScope(ctx, async ctx => {
    const plans = await lockPlans(ctx, ids, 'ids')
    const others = plans.filter(plan => plan.visibility !== visibility)
    for (const plan of others) {
      record(ctx, 'plan.visibility_changed', subjectOf(plan.id), { from: plan.visibility, to: visibility })
      plan.visibility = visibility
      plan.updatedAt = ctx.now
    }
    return others.length
  })
}

function assertIsPlanned({ state }: PlannedPurchase) {
  if (state !== 'planned') throw new Refusal('WRONG_STATE', 'It has been withdrawn; restore it first.', 'id')
}
