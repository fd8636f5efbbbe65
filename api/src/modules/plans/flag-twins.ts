import type { Context } from '../../platform/context.ts'
import type { Placed } from './place-rows.ts'
import { PlannedPurchase } from './planned-purchase.entity.ts'

interface Line {
  departmentId: string
  item: string
  won?: number | null
  month?: number | null
  budgetLine?: string | null
}

const keyOf = ({ departmentId, item, won, month, budgetLine }: Line) =>
  JSON.stringify([departmentId, item, won ?? null, month ?? null, budgetLine ?? null])

const isThere = '이미 있는 품목입니다.'

/** A table that is pasted twice must not plan everything twice: what stands there already, or above, is flagged. */
export async function flagTwins({ em }: Context, rows: Placed[], year: number): Promise<void> {
  const departmentIds = [...new Set(rows.flatMap(({ departmentRow }) => departmentRow?.id ?? []))]
  const stored = await em.find(PlannedPurchase, {
    departmentId: { $in: departmentIds },
    year,
    state: 'planned',
  })
  const known = new Map(stored.map(plan => [keyOf(plan), isThere]))
  for (const row of rows) {
    if (!row.departmentRow || row.problems.length > 0) continue
    const key = keyOf({ ...row, departmentId: row.departmentRow.id })
    const message = known.get(key)
    row.isStored = message === isThere
    if (message === undefined) known.set(key, `${row.number}행과 같습니다.`)
    else
      row.problems.push({
        column: 'item',
        message: `${message} 부서·품목·금액·월·예산 과목이 모두 같습니다.`,
      })
  }
}
