import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, one, type Shape } from '../../platform/read/shape.ts'
import { seenIn, stories, tellsOf } from '../audit/stories.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'
import { categoryShape } from '../categories/category.shape.ts'
import { departmentShape } from '../institutions/institution.shape.ts'
import { isOnSale } from '../products/product.shape.ts'

export const planShape: Shape = {
  type: 'PlannedPurchase',
  table: 'planned_purchase',
  fields: {
    id: column(row => globalIdSql('plan', `${row}.id`)),
    version: field('version'),
    department: one({
      shape: () => departmentShape,
      on: (row, department) => `${department}.id = ${row}.department_id`,
    }),
    year: field('year'),
    month: field('month'),
    item: field('item'),
    category: one({
      shape: () => categoryShape,
      on: (row, category) => `${category}.code = ${row}.category_code`,
    }),
    confidence: field('confidence'),
    isCategoryConfirmed: field('is_category_confirmed'),
    won: field('won'),
    budgetLine: field('budget_line'),
    visibility: field('visibility'),
    source: field('source'),
    sourceRow: field('import_row'),
    state: field('state'),
    candidates: column(row => candidatesSql(`${row}.category_code`)),
    allowedActions: column(row => allowedPlanActions(row)),
    updatedAt: field('updated_at'),
  },
}

/** Whoever sees a row without owning it sees it by a policy of the database. */
export const isOwnPlan = (row: string) => `coalesce(
  ${row}.department_id = any(scope_departments())
  or (${row}.center_id = scope_center() and ${row}.visibility <> 'department'), false)`

/** What is on sale in the commodity (8 digits) of a code, or under a shorter one. */
const candidatesSql = (code: string) => `case when ${code} is not null then (
  select json_build_object('enterprises', count(distinct p.enterprise_id), 'products', count(*))
  from product p where p.category_code ~>=~ left(${code}, 8) and p.category_code ~<~ (left(${code}, 8) || ':')
    and ${isOnSale('p')}) end`

const allowedPlanActions = (row: string) => `(case
  when not ${isOwnPlan(row)} then '{}'::text[]
  when ${row}.state = 'withdrawn' then array['restore']
  else array['change', 'set_visibility', 'withdraw'] ||
    case when ${row}.category_code is not null and not ${row}.is_category_confirmed
      then array['confirm_category'] else '{}'::text[] end end)`

/** The policies of the table decide. */
nodeKinds.set('plan', { shape: planShape, key: 'id', isVisible: () => 'true' })

stories.set('plan', { tells: tellsOf('planned_purchase'), isSeen: seenIn('planned_purchase', isOwnPlan) })
