import { called, unitIn, type AmountUnit } from '../../plans/table-columns.ts'
import { readAmount, readCode, readItem, readMonth, readVisibility } from '../../plans/table-values.ts'
import { readDay } from '../cell/day-cell.ts'
import { optional, type Parsed } from '../cell/parsed.ts'
import { readRequiredText, readText } from '../cell/text.ts'
import type { TableFormat } from '../format.ts'
import { column, columnIfAny, layout } from '../layout.ts'
import type { ListOptions } from '../list-options.ts'
import { fileRefusal } from '../table/file-refusal.ts'
import type { Cell } from '../table/table.ts'

const thisYear = 2000
const words: Record<AmountUnit, string> = { won: '원', thousand: '천원', million: '백만원' }

/** 예산서·구매계획 — what departments plan to buy, one item a row; year, unit and visibility are said beside it. */
export const plannedPurchases = ({
  year = thisYear,
  unit = 'won',
  visibility = 'center',
}: ListOptions): TableFormat => ({
  shape: 'table',
  title: '구매예정품목 (예산서·구매계획)',
  about: 'plans',
  layout: layout(
    {
      institution: columnIfAny(optional(readText), '기관', called.institution),
      department: column(readRequiredText, '부서', called.department),
      item: column(({ text }) => readItem(oneLine(text)), '품목', called.item),
      category: columnIfAny(({ text }) => readCode(text), '품목코드', called.category),
      amount: columnIfAny(({ text }) => readAmount(text, unit), '금액', called.amount),
      month: columnIfAny(cell => monthIn(cell, year), '월', called.month),
      budgetLine: columnIfAny(optional(readBudgetLine), '예산과목', called.budgetLine),
      visibility: columnIfAny(({ text }) => readVisibility(text, visibility), '공개', called.visibility),
    },
    (values, header) => {
      const said = unitIn(header.get('amount')?.printed ?? '')
      if (said !== null && said !== unit)
        throw fileRefusal(
          `머리글의 금액 단위(${words[said]})가 고른 단위(${words[unit]})와 다릅니다. 파일을 다시 올리며 단위를 맞춰 주세요.`,
        )
      const { amount: won, category: categoryCode, ...others } = values
      return [{ type: 'plan', ...others, won, categoryCode, visibility: others.visibility ?? visibility }]
    },
  ),
})

const oneLine = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/** A date of the spreadsheet says its month; whatever else is read as people write it. */
function monthIn(cell: Cell, year: number): Parsed<number | null> {
  if (cell.kind !== 'date') return readMonth(cell.text, year)
  const day = readDay(cell)
  return 'problem' in day ? day : readMonth(day.value.slice(0, 7), year)
}

function readBudgetLine({ text }: Cell): Parsed<string> {
  const value = oneLine(text)
  return value.length <= 200 ? { value } : { problem: '예산 과목은 200자까지 적을 수 있습니다. 줄여 주세요.' }
}
