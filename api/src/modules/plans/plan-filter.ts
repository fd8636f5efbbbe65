import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import type { Order } from '../../platform/page/keyset.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { readFor } from '../../platform/read/read.ts'
import { categoryPrefix } from '../categories/category-code.ts'
import { isOwnPlan } from './plan.shape.ts'
import type { PlanState } from './plan.states.ts'
import type { Visibility } from './planned-purchase.entity.ts'

export interface PlanFilterValues {
  year?: number | null
  institution?: string | null
  department?: string | null
  visibility?: Visibility[] | null
  category?: string | null
  query?: string | null
  isOwn?: boolean | null
  isCategoryConfirmed?: boolean | null
  state?: PlanState | null
}

/** The plans that meet the filter, of those that the database shows to who asks. */
export function narrowPlans(conditions: Conditions, filter: PlanFilterValues): void {
  const { year, institution, department, visibility, category, query, isOwn, isCategoryConfirmed } = filter
  conditions.add(`t.state = ${conditions.value(filter.state ?? 'planned')}`)
  if (year != null) conditions.add(`t.year = ${conditions.value(year)}`)
  if (isOwn) conditions.add(isOwnPlan('t'))
  if (department != null)
    conditions.add(
      `t.department_id = ${conditions.value(keyOf('department', department, 'filter.department'))}::uuid`,
    )
  if (institution != null)
    conditions.add(`t.department_id in (select d.id from department d
      where d.institution_id = ${conditions.value(keyOf('institution', institution, 'filter.institution'))}::uuid)`)
  if (visibility?.length) conditions.add(`t.visibility = any(${conditions.value(visibility)}::text[])`)
  if (category != null)
    conditions.add(
      `t.category_code like ${conditions.value(`${categoryPrefix(category, 'filter.category')}%`)}`,
    )
  if (isCategoryConfirmed != null)
    conditions.add(
      isCategoryConfirmed
        ? 't.is_category_confirmed'
        : '(not t.is_category_confirmed or t.category_code is null)',
    )
  for (const word of (query ?? '').normalize('NFC').split(/\s+/).filter(Boolean).slice(0, 8)) {
    const pattern = conditions.value(`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
    conditions.add(`(t.item ilike ${pattern} or t.budget_line ilike ${pattern} or exists (
      select from department d join institution i on i.id = d.institution_id
      where d.id = t.department_id and (d.name ilike ${pattern} or i.name ilike ${pattern})))`)
  }
}

export const planSorts = ['department', 'newest', 'month', 'won'] as const
export type PlanSort = (typeof planSorts)[number]

export function planOrder(sort: PlanSort): Order {
  const order = (key: string, type: Order['type'], isNullable: boolean, isDescending: boolean): Order => ({
    ...{ name: `plans:${sort}`, key, type, isNullable, isDescending, id: { column: 't.id', type: 'uuid' } },
  })
  if (sort === 'newest') return order('t.created_at', 'timestamptz', false, true)
  if (sort === 'month') return order('t.month::bigint', 'bigint', true, false)
  if (sort === 'won') return order('t.won', 'bigint', true, true)
  return order(
    `(select i.name || ' ' || d.name from department d join institution i on i.id = d.institution_id where d.id = t.department_id)`,
    ...(['text', false, false] as const),
  )
}

export interface PlanSum {
  visibility: Visibility
  count: number
  won: number
  unpriced: number
}

/** By visibility, of all plans of the list and not only of a page. */
export function sumPlans(ctx: Context, filter: PlanFilterValues): Promise<PlanSum[]> {
  const conditions = new Conditions()
  narrowPlans(conditions, filter)
  return readFor<PlanSum[]>(
    ctx,
    `select coalesce(json_agg(s order by s.place), '[]')::text as json from (
       select t.visibility, count(*) as count, coalesce(sum(t.won), 0)::bigint as won,
         count(*) filter (where t.won is null) as unpriced,
         array_position(array['public', 'participants', 'center', 'department'], t.visibility) as place
       from planned_purchase t ${conditions.where()} group by t.visibility
     ) s`,
    conditions.values,
  )
}
