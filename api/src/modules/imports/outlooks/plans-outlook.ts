import type { Context, RequestContext } from '../../../platform/context.ts'
import { newId } from '../../../platform/id.ts'
import { judgeRows, savePlan, suggestFor, type JudgedRow } from '../../plans/judge-rows.ts'
import type { PlanRow } from '../../plans/read-table.ts'
import { hashOf } from '../diff.ts'
import type { ImportRun } from '../import-run.entity.ts'
import { fieldsOf } from '../line-changes.ts'
import { blank, countsOf, inOrderOfFile, refusedRows, type ImportLine } from '../lines.ts'
import { plansOf } from '../list-options.ts'
import type { Outlook } from '../outlook.ts'
import type { Reading } from '../read-list.ts'
import type { PlanRecord } from '../records.ts'
import { cellAt } from './cell-at.ts'

interface Planned {
  id: string
  sheet: string | null
  row: JudgedRow
}

/** 구매예정품목 — each row becomes a planned purchase of its department, with a category to be confirmed. */
export async function plansOutlook(
  ctx: RequestContext,
  run: ImportRun,
  reading: Reading,
): Promise<(inside: Context) => Promise<Outlook>> {
  const { year } = plansOf(run.options)
  const rows = reading.records.flatMap(({ sheet, row, record }) =>
    record.type === 'plan' ? [{ sheet, row: rowOf(record, row) }] : [],
  )
  const suggested = await suggestFor(
    ctx,
    rows.map(({ row }) => row),
  )
  return async inside => {
    const judged = await judgeRows(
      inside,
      rows.map(({ row }) => row),
      suggested,
      { departmentId: null, institutionId: null, year },
    )
    const planned = judged.map((row, at) => ({ id: newId(), sheet: rows[at]?.sheet ?? null, row }))
    const fresh = planned.filter(({ row }) => row.problems.length === 0)
    const told = planned.flatMap(one => linesOf(one, run))
    const lines = [...refusedRows(reading), ...told].toSorted(inOrderOfFile(reading))
    const counts = countsOf(lines, reading.rows)
    return {
      ...{ lines, counts, hash: hashOf(lines), remarks: [] },
      async write() {
        for (const { id, row } of fresh)
          savePlan(inside, row, { id, year, source: 'import', importRunId: run.id })
        await inside.em.flush()
        const { same, refused } = counts
        return { created: fresh.length, changed: 0, superseded: 0, unchanged: same, refused, unmatched: 0 }
      },
    }
  }
}

const rowOf = (record: PlanRecord, number: number): PlanRow => ({
  ...record,
  ...{ number, institution: record.institution ?? '', problems: [] },
})

/** What is there already does nothing; whatever else is wrong is told by column and cell. */
function linesOf({ id, sheet, row }: Planned, run: ImportRun): ImportLine[] {
  const place = { ...blank, sheet, row: row.number, changes: [] }
  const key = `${[row.institutionName ?? row.institution, row.department].filter(Boolean).join(' ')} · ${row.item}`
  if (row.problems.length === 0)
    return [{ ...place, verdict: 'created', key, message: noteOf(row), changes: [made(id, row)] }]
  if (row.isStored) return []
  return row.problems.map(({ column, message }) => ({
    ...place,
    ...{ verdict: 'refused', key, message, ...cellAt(run, column, row.number) },
  }))
}

const noteOf = ({ notes, confidence }: JudgedRow) =>
  [
    ...notes,
    confidence === null
      ? ''
      : `품목분류는 제안입니다(신뢰도 ${Math.round(confidence * 100)}%). 확인이 필요합니다.`,
  ]
    .filter(Boolean)
    .join(' ') || null

function made(id: string, { institutionName, departmentRow, categoryCode, categoryName, ...row }: JudgedRow) {
  const category = categoryCode === null ? null : `${categoryCode} ${categoryName ?? ''}`.trim()
  const department = [institutionName, departmentRow?.name].filter(Boolean).join(' ')
  const after = fieldsOf('planned_purchase', { ...row, department, category })
  return { noun: 'planned_purchase' as const, id, version: 1, before: null, after }
}
