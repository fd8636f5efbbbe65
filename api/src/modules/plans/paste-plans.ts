import type { RequestContext } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { sourceOf } from './change-plan.ts'
import { judgeRows, savePlan, suggestFor, type JudgedRow } from './judge-rows.ts'
import { assertMayHide } from './plan-values.ts'
import { readTable, type PlanTable } from './read-table.ts'
import type { AmountUnit } from './table-columns.ts'

export interface Pasting extends Omit<PlanTable, 'hasDepartments'> {
  /** All rows are of this department; null: the table says which. */
  departmentId: string | null
  /** Whose departments the table names; null: the table says that too. */
  institutionId: string | null
  isDryRun: boolean
}

/** What became of a row: saved, or flagged with the reason; none is dropped. */
export interface PastedRow extends JudgedRow {
  planId: string | null
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
  const suggested = await suggestFor(ctx, rows)
  return inScope(ctx, async ctx => {
    const judged = await judgeRows(ctx, rows, suggested, pasting)
    const pasted = judged.map(row => {
      const isSaved = !isDryRun && row.departmentRow !== null && row.problems.length === 0
      return { ...row, planId: isSaved ? savePlan(ctx, row, { year, source: sourceOf(ctx) }) : null }
    })
    return { rows: pasted, unit, unknownColumns: layout.unknown, isDryRun }
  })
}
