import type { Cell } from '../table/table.ts'
import type { Parsed } from './parsed.ts'

const units: Record<string, number> = { '': 1, 천: 1e3, 만: 1e4, 백만: 1e6, 억: 1e8, 조: 1e12 }
/** 1억 2,345만 6,000원 is one number after the other, each with its unit. */
const term = /([\d,]+(?:\.\d+)?)(천|만|백만|억|조)?/gy

/** An amount in won: 1234000, 1,234천원, 1억 2,345만원, ￦1,234, full-width digits. Fractions of a won are refused. */
export function readWon({ text }: Cell): Parsed<number> {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^(금|₩|\\)/u, '')
    .replace(/원?(정)?$/u, '')
  const terms = [...plain.matchAll(term)]
  const isAllRead = terms.map(([whole]) => whole).join('') === plain && terms.every(isGrouped)
  const value = terms.reduce((sum, [, digits = '', unit = '']) => sum + amountOf(digits, unit), 0)
  if (plain === '' || !isAllRead || !Number.isSafeInteger(value))
    return {
      problem: `원 단위 금액으로 읽을 수 없는 값(${text.slice(0, 20)})입니다. 1,234,000 꼴로 적어 주세요.`,
    }
  return { value }
}

/** 1,23 is a slip of the pen, not 123. */
const isGrouped = ([, digits = '']: RegExpExecArray) => /^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(digits)

/** Multiplied as thousandths so that 1.1억 is exactly 110,000,000. */
const amountOf = (digits: string, unit: string) =>
  (Math.round(Number(digits.replaceAll(',', '')) * 1000) * (units[unit] ?? 1)) / 1000
