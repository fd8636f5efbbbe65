import { isShowable } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Visibility } from './planned-purchase.entity.ts'
import { tableLines, type TableLine } from './table-cells.ts'
import { layoutOf, type AmountUnit, type TableColumn, type TableLayout } from './table-columns.ts'
import {
  readAmount,
  readCode,
  readItem,
  readMonth,
  readVisibility,
  type CellProblem,
  type Read,
} from './table-values.ts'

export interface PlanTable {
  text: string
  year: number
  /** null: as the head of the amounts says. */
  unit: AmountUnit | null
  visibility: Visibility
  /** Whether departments are told row by row. */
  hasDepartments: boolean
}

/** A row of the table as it reads; what could not be read is null and has a problem. */
export interface PlanRow {
  number: number
  institution: string
  department: string
  item: string
  categoryCode: string | null
  won: number | null
  month: number | null
  budgetLine: string | null
  visibility: Visibility
  problems: CellProblem[]
}

export const mostRows = 500

/** Every row of the table, read cell by cell; one that cannot be read says why and loses nothing. */
export function readTable(table: PlanTable): { rows: PlanRow[]; unit: AmountUnit; layout: TableLayout } {
  const lines = tableLines(table.text)
  const [first, ...others] = lines
  const layout = layoutOf(first, table.hasDepartments)
  const rows = layout.hasHeader ? others : lines
  if (rows.length < 1) throw new Refusal('BAD_USER_INPUT', '붙여 넣은 표에 행이 없습니다.', 'table')
  if (rows.length > mostRows)
    throw new Refusal('BAD_USER_INPUT', `한 번에 ${mostRows}행까지 붙여 넣을 수 있습니다.`, 'table')
  const unit = unitOf(table.unit, layout)
  return { rows: rows.map(line => readRow(line, layout, { ...table, unit })), unit, layout }
}

/** Said once for the table: by its header, or by who pastes it; both saying different things is nobody's guess. */
function unitOf(said: AmountUnit | null, { unit, columns }: TableLayout): AmountUnit {
  if (said !== null && unit !== null && said !== unit)
    throw new Refusal('BAD_USER_INPUT', '표 머리글의 금액 단위가 고른 단위와 다릅니다.', 'unit')
  if (said ?? unit) return said ?? unit ?? 'won'
  if (columns.amount === undefined) return 'won'
  throw new Refusal('BAD_USER_INPUT', '금액의 단위(원, 천원, 백만원)를 골라 주세요.', 'unit')
}

function readRow(
  { number, cells }: TableLine,
  { columns }: TableLayout,
  { year, unit, visibility }: PlanTable & { unit: AmountUnit },
): PlanRow {
  const problems: CellProblem[] = []
  const cell = (column: TableColumn) => {
    const at = columns[column]
    const text = at === undefined ? '' : (cells[at] ?? '')
    if (isShowable(text)) return text
    problems.push({ column, message: '보이지 않는 글자가 섞여 있습니다. 다시 적어 주세요.' })
    return ''
  }
  const take = <Value>(column: TableColumn, read: Read<Value>, otherwise: Value): Value => {
    if ('value' in read) return read.value
    problems.push({ column, message: read.problem })
    return otherwise
  }
  const item = cell('item')
  const budgetLine = cell('budgetLine')
  if (budgetLine.length > 200)
    problems.push({ column: 'budgetLine', message: '예산 과목은 200자까지 적을 수 있습니다.' })
  return {
    ...{ number, institution: cell('institution'), department: cell('department') },
    item: take('item', readItem(item), item),
    categoryCode: take('category', readCode(cell('category')), null),
    won: take('amount', readAmount(cell('amount'), unit), null),
    month: take('month', readMonth(cell('month'), year), null),
    budgetLine: budgetLine === '' ? null : budgetLine,
    visibility: take('visibility', readVisibility(cell('visibility'), visibility), visibility),
    problems,
  }
}
