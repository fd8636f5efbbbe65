import type { TableLine } from './table-cells.ts'

export const tableColumns = [
  'institution',
  'department',
  'item',
  'category',
  'amount',
  'month',
  'budgetLine',
  'visibility',
] as const
export type TableColumn = (typeof tableColumns)[number]

export const amountUnits = { won: 1, thousand: 1_000, million: 1_000_000 } as const
export type AmountUnit = keyof typeof amountUnits

/** What budgets and lists call these columns; spaces, and what stands in brackets, set aside. */
export const called: Record<TableColumn, RegExp> = {
  institution: /^(기관|기관명|수요기관|발주기관)$/,
  department: /^(부서|부서명|담당부서|실과|실과명|소관부서)$/,
  item: /^(품목|품명|품목명|예정품목|구매품목|구매예정품목|사업명|내역|물품명)$/,
  category: /^(품목코드|분류번호|물품분류번호|세부품명번호|코드)$/,
  amount: /^(금액|예산|예산액|예정금액|구매예정금액|소요예산)$/,
  month: /^(월|시기|구매시기|예정시기|예정월|구매예정시기)$/,
  budgetLine: /^(예산과목|과목|편성목|통계목|세부사업|예산과목명)$/,
  visibility: /^(공개|공개범위|공개여부)$/,
}

export interface TableLayout {
  columns: Partial<Record<TableColumn, number>>
  /** As the head of the amounts says, if it does. */
  unit: AmountUnit | null
  hasHeader: boolean
  /** Heads that name nothing we know; what stands below them is not read. */
  unknown: string[]
}

/** Without a header the order is 부서, 품목, 품목코드, 금액, 월, 예산과목, 공개; without a column of departments, the same from 품목 on. */
export function layoutOf(first: TableLine | undefined, hasDepartments: boolean): TableLayout {
  const heads = (first?.cells ?? []).map(headOf)
  const columns: TableLayout['columns'] = {}
  for (const [at, head] of heads.entries()) {
    const column = tableColumns.find(name => called[name].test(head))
    if (column && columns[column] === undefined) columns[column] = at
  }
  if (columns.item !== undefined) {
    const amount = columns.amount === undefined ? '' : (first?.cells[columns.amount] ?? '')
    const known = new Set(Object.values(columns))
    return {
      columns,
      unit: unitIn(amount),
      hasHeader: true,
      unknown: heads.filter((head, at) => head && !known.has(at)),
    }
  }
  const order = tableColumns.slice(hasDepartments ? 1 : 2)
  return {
    columns: Object.fromEntries(order.map((name, at) => [name, at])),
    unit: null,
    hasHeader: false,
    unknown: [],
  }
}

const headOf = (cell: string) => cell.replaceAll(/\(.*?\)|\s/g, '')

export function unitIn(head: string): AmountUnit | null {
  if (/백만\s*원/.test(head)) return 'million'
  if (/천\s*원/.test(head)) return 'thousand'
  return /[(\s]원/.test(head) ? 'won' : null
}
