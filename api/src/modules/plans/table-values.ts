import { longestItem } from './plan-values.ts'
import type { Visibility } from './planned-purchase.entity.ts'
import { amountUnits, type AmountUnit } from './table-columns.ts'

export interface CellProblem {
  column: string
  message: string
}

export type Read<Value> = { value: Value } | { problem: string }

/** 42,000 in the unit of the table; blank: not said. */
export function readAmount(cell: string, unit: AmountUnit): Read<number | null> {
  const text = cell.replaceAll(/[,\s₩]/g, '')
  if (text === '' || text === '-') return { value: null }
  if (text.endsWith('원'))
    return { problem: `‘${cell}’: 금액의 단위는 표에 한 번만 적습니다. 숫자만 남겨 주세요.` }
  if (!/^\d{1,15}(\.\d+)?$/.test(text))
    return { problem: `‘${cell}’은(는) 금액이 아닙니다. 숫자로 적어 주세요.` }
  const won = Math.round(Number(text) * amountUnits[unit] * 100) / 100
  if (!Number.isSafeInteger(won)) return { problem: `‘${cell}’은(는) 원 단위로 나누어떨어지지 않습니다.` }
  return won < 1 ? { problem: '금액이 0입니다. 모르면 비워 두세요.' } : { value: won }
}

/** 3, 3월, 2027.3, 2027-03; 연중 and 수시 say no month. */
export function readMonth(cell: string, year: number): Read<number | null> {
  const text = cell.replaceAll(/\s/g, '')
  if (/^(|-|연중|수시|미정)$/.test(text)) return { value: null }
  const [, ofYear, month] = /^(?:(\d{4})[-.년/])?(\d{1,2})(?:월|\.)?$/.exec(text) ?? []
  const number = Number(month)
  if (month === undefined || number < 1 || number > 12)
    return { problem: `‘${cell}’은(는) 월이 아닙니다. 1부터 12까지로 적거나 비워 두세요.` }
  if (ofYear !== undefined && Number(ofYear) !== year)
    return { problem: `‘${cell}’은(는) ${year}년이 아닙니다. 연도를 나누어 붙여 넣어 주세요.` }
  return { value: number }
}

const visibilityWords: Record<string, Visibility> = {
  공개: 'public',
  전체공개: 'public',
  Y: 'public',
  O: 'public',
  예: 'public',
  참가기업만: 'participants',
  참가기업: 'participants',
  참여기업만: 'participants',
  비공개: 'center',
  N: 'center',
  X: 'center',
  아니오: 'center',
  부서만: 'department',
}

/** Blank: what the table as a whole says. */
export function readVisibility(cell: string, usual: Visibility): Read<Visibility> {
  const text = cell.replaceAll(/\s/g, '').toUpperCase()
  if (text === '') return { value: usual }
  const value = visibilityWords[text]
  return value
    ? { value }
    : { problem: `‘${cell}’: 공개, 참가기업만, 비공개, 부서만 가운데 하나로 적어 주세요.` }
}

/** Digits only; zeros at the end of a code mean nothing. */
export function readCode(cell: string): Read<string | null> {
  const digits = cell.replaceAll(/[\s.-]/g, '')
  if (digits === '') return { value: null }
  if (!/^\d{2,10}$/.test(digits))
    return { problem: `‘${cell}’은(는) 품목코드가 아닙니다. 숫자 2~10자리로 적어 주세요.` }
  const even = digits.length % 2 === 0 ? digits : `${digits}0`
  return { value: even.replace(/(00)+$/, '') || null }
}

export function readItem(cell: string): Read<string> {
  if (cell === '') return { problem: '품목이 비어 있습니다.' }
  if (cell.length > longestItem) return { problem: `품목은 ${longestItem}자까지 적을 수 있습니다.` }
  return { value: cell }
}
