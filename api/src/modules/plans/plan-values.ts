import type { Context } from '../../platform/context.ts'
import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { assertCategoryIsKnown } from '../categories/known-category.ts'
import type { Visibility } from './planned-purchase.entity.ts'

export interface PlanValues {
  year: number
  month: number | null
  item: string
  categoryCode: string | null
  won: number | null
  budgetLine: string | null
  visibility: Visibility
}
export type PlanChanges = { [Field in keyof PlanValues]?: PlanValues[Field] | undefined }

export const longestItem = 200

/** The values as they are stored, or a refusal that names the field. */
export async function checkedPlan(ctx: Context, values: PlanChanges): Promise<PlanChanges> {
  const { year, month, item, categoryCode, won, budgetLine, visibility } = values
  if (year != null && (year < 2000 || year > 2100)) throw refuse('year', 'a year from 2000 to 2100')
  if (month != null && (month < 1 || month > 12)) throw refuse('month', 'a month from 1 to 12')
  if (won != null && won < 1) throw refuse('won', '1 won or more; leave it out when it is not known')
  await assertCategoryIsKnown(ctx, categoryCode, 'plan.category')
  if (visibility !== undefined) assertMayHide(ctx, visibility)
  return {
    ...{ year, month, categoryCode, won, visibility },
    item: item === undefined ? undefined : lineOfText(item, 'plan.item', longestItem),
    budgetLine: lineOrNothing(budgetLine, 'plan.budgetLine', 200),
  }
}

/** What the centre hid from itself it could never find again. */
export function assertMayHide({ actor }: Pick<Context, 'actor'>, visibility: Visibility): void {
  if (visibility !== 'department' || actor.role === 'buyer') return
  throw new Refusal(
    'BAD_USER_INPUT',
    'Only an officer keeps something within the department; the least the centre can say is CENTER.',
    'visibility',
  )
}

const refuse = (field: string, expected: string) =>
  new Refusal('BAD_USER_INPUT', `\`plan.${field}\`: expected ${expected}.`, `plan.${field}`)
