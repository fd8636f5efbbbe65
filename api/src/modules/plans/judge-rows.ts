import type { Context, RequestContext } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { record } from '../audit/record.ts'
import { namesOf } from './category-facts.ts'
import { subjectOf } from './change-plan.ts'
import { flagTwins } from './flag-twins.ts'
import { departmentsFor, placeRows, type Placed } from './place-rows.ts'
import { PlannedPurchase } from './planned-purchase.entity.ts'
import type { PlanRow } from './read-table.ts'
import { suggestCategories, type Suggested } from './suggest-category.ts'

/** A row as it would be saved, or with the reasons why it cannot be. */
export interface JudgedRow extends Placed {
  /** Told apart from a problem: saved all the same. */
  notes: string[]
  categoryName: string | null
  confidence: number | null
  suggested: Suggested | null
}

/** What is known of the categories that rows name, and suggested for those that name none. */
export interface SuggestedRows {
  known: Record<string, string>
  byItem: ReadonlyMap<string, Suggested>
}

const itemsAtOnce = 500

/** Looked up before a transaction begins: it takes the search engine. */
export async function suggestFor(ctx: RequestContext, rows: readonly PlanRow[]): Promise<SuggestedRows> {
  const known = await namesOf(ctx, [...new Set(rows.flatMap(({ categoryCode }) => categoryCode ?? []))])
  const uncoded = rows.flatMap(({ item, categoryCode }) =>
    item && (categoryCode === null || !(categoryCode in known)) ? [item] : [],
  )
  const asked = [...new Set(uncoded)]
  const suggested: Suggested[] = []
  for (let from = 0; from < asked.length; from += itemsAtOnce)
    suggested.push(...(await suggestCategories(ctx, asked.slice(from, from + itemsAtOnce))))
  return { known, byItem: new Map(suggested.map(one => [one.item, one])) }
}

interface Judging {
  departmentId: string | null
  institutionId: string | null
  year: number
}

/** Finds the department of each row, and what stands there already, in the transaction of `ctx`. */
export async function judgeRows(
  ctx: Context,
  rows: readonly PlanRow[],
  suggested: SuggestedRows,
  judging: Judging,
): Promise<JudgedRow[]> {
  const placed = placeRows(rows, await departmentsFor(ctx, judging), { ...judging, actor: ctx.actor })
  await flagTwins(ctx, placed, judging.year)
  return placed.map(row => withCategory(row, suggested))
}

/** The code that was given where there is such a category; else the best suggestion, to be confirmed. */
function withCategory(row: Placed, { known, byItem }: SuggestedRows): JudgedRow {
  const code = row.categoryCode
  const given = code === null ? undefined : known[code]
  if (given !== undefined)
    return { ...row, notes: [], categoryName: given, confidence: null, suggested: null }
  const suggestions = byItem.get(row.item) ?? null
  const [best] = suggestions?.suggestions ?? []
  return {
    ...{ ...row, suggested: suggestions, confidence: best?.confidence ?? null },
    ...{ categoryCode: best?.code ?? null, categoryName: best?.name ?? null },
    notes: code === null ? [] : [`품목코드 ${code}은(는) 분류에 없어 제안으로 바꾸었습니다.`],
  }
}

interface Saving {
  year: number
  source: 'officer' | 'staff' | 'import'
  /** Given where it was told before it is saved. */
  id?: string
  importRunId?: string
}

/** Writes a row that has no problems; returns its key. */
export function savePlan(ctx: Context, row: JudgedRow, { year, source, importRunId, id = newId() }: Saving) {
  const { item, month, won, budgetLine, visibility, categoryCode, confidence, departmentRow } = row
  if (departmentRow === null) throw new Error(`Row ${row.number} has no department to be saved for`)
  const { id: departmentId, centerId } = departmentRow
  const isCategoryConfirmed = categoryCode !== null && confidence === null
  ctx.em.create(PlannedPurchase, {
    ...{ id, centerId, departmentId, year, month, item, won, budgetLine },
    ...{ visibility, categoryCode, confidence, isCategoryConfirmed, importRow: row.number },
    ...{ source, importRunId: importRunId ?? null },
    ...{ state: 'planned', createdAt: ctx.now, updatedAt: ctx.now },
  })
  record(ctx, 'plan.added', subjectOf(id), { of: id, version: 1, item, row: row.number })
  return id
}
