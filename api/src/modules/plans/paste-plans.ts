import type { Context, RequestContext } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import type { Department } from '../institutions/institution.entity.ts'
import { namesOf } from './category-facts.ts'
import { sourceOf, subjectOf } from './change-plan.ts'
import { flagTwins } from './flag-twins.ts'
import { departmentsFor, placeRows, type Placed } from './place-rows.ts'
import { assertMayHide } from './plan-values.ts'
import { PlannedPurchase } from './planned-purchase.entity.ts'
import { readTable, type PlanTable } from './read-table.ts'
import type { AmountUnit } from './table-columns.ts'
import { suggestCategories, type Suggested } from './suggest-category.ts'

export interface Pasting extends Omit<PlanTable, 'hasDepartments'> {
  /** All rows are of this department; null: the table says which. */
  departmentId: string | null
  /** Whose departments the table names; null: the table says that too. */
  institutionId: string | null
  isDryRun: boolean
}

/** What became of a row: saved, or flagged with the reason; none is dropped. */
export interface PastedRow extends Placed {
  planId: string | null
  /** Told apart from a problem: saved all the same. */
  notes: string[]
  categoryName: string | null
  confidence: number | null
  suggested: Suggested | null
}

export interface Pasted {
  rows: PastedRow[]
  unit: AmountUnit
  unknownColumns: string[]
  isDryRun: boolean
}

/** 붙여넣기 — a table out of a spreadsheet, rehearsed or saved; the same checks both times. */
export async function pastePlans(ctx: RequestContext, pasting: Pasting): Promise<Pasted> {
  const { departmentId, isDryRun, year } = pasting
  assertMayHide(ctx, pasting.visibility)
  if (year < 2000 || year > 2100)
    throw new Refusal('BAD_USER_INPUT', '`year`: expected a year from 2000 to 2100.', 'year')
  const { rows, unit, layout } = readTable({ ...pasting, hasDepartments: departmentId === null })
  const uncoded = rows.flatMap(({ item, categoryCode }) => (item && categoryCode === null ? [item] : []))
  const known = await namesOf(ctx, [...new Set(rows.flatMap(({ categoryCode }) => categoryCode ?? []))])
  const unknown = rows.flatMap(({ item, categoryCode }) =>
    categoryCode !== null && !(categoryCode in known) ? [item] : [],
  )
  const asked = [...new Set([...uncoded, ...unknown])]
  const suggested = new Map((await suggestCategories(ctx, asked)).map(one => [one.item, one]))
  return inScope(ctx, async ctx => {
    const placed = placeRows(rows, await departmentsFor(ctx, pasting), { ...pasting, actor: ctx.actor })
    await flagTwins(ctx, placed, year)
    const pasted = placed.map(row => withCategory(row, known, suggested))
    if (!isDryRun)
      for (const row of pasted)
        if (row.departmentRow && row.problems.length === 0) save(ctx, row, row.departmentRow, year)
    return { rows: pasted, unit, unknownColumns: layout.unknown, isDryRun }
  })
}

/** The code that was given where there is such a category; else the best suggestion, to be confirmed. */
function withCategory(
  row: Placed,
  known: Record<string, string>,
  suggested: Map<string, Suggested>,
): PastedRow {
  const code = row.categoryCode
  const given = code === null ? undefined : known[code]
  const base = { ...row, planId: null }
  if (given !== undefined)
    return { ...base, notes: [], categoryName: given, confidence: null, suggested: null }
  const suggestions = suggested.get(row.item) ?? null
  const [best] = suggestions?.suggestions ?? []
  return {
    ...{ ...base, suggested: suggestions, confidence: best?.confidence ?? null },
    ...{ categoryCode: best?.code ?? null, categoryName: best?.name ?? null },
    notes: code === null ? [] : [`품목코드 ${code}은(는) 분류에 없어 제안으로 바꾸었습니다.`],
  }
}

function save(ctx: Context, row: PastedRow, department: Department, year: number) {
  const { item, month, won, budgetLine, visibility, categoryCode, confidence } = row
  const id = newId()
  const isCategoryConfirmed = categoryCode !== null && confidence === null
  ctx.em.create(PlannedPurchase, {
    ...{ id, centerId: department.centerId, departmentId: department.id, year, month, item, won, budgetLine },
    ...{ visibility, categoryCode, confidence, isCategoryConfirmed, importRow: row.number },
    ...{ source: sourceOf(ctx), state: 'planned', createdAt: ctx.now, updatedAt: ctx.now },
  })
  record(ctx, 'plan.added', subjectOf(id), { of: id, version: 1, item, row: row.number })
  row.planId = id
}
