import { type Day, earliestDay, isDay, isWithinRange, latestDay } from '../../../platform/day.ts'
import { dayOfSerial } from '../table/date-serial.ts'
import type { Cell } from '../table/table.ts'
import type { Parsed } from './parsed.ts'

/** What lists write for a period without an end. */
export const endless: Day = '9999-12-31'

/** A day as lists write it: 2026-05-03, 2026. 5. 3., 26.5.3, 20260503, 2026년 5월 3일, or a serial of the spreadsheet. */
export function readDay(cell: Cell): Parsed<Day> {
  const text = cell.text.normalize('NFKC').trim()
  const isSerial = /^-?\d+(\.\d+)?$/.test(text) && !/^\d{8}$/.test(text)
  if (cell.kind !== 'text' && isSerial) return fromSerial(text, cell.isFrom1904)
  const day = dayOfText(text)
  if (day === undefined)
    return { problem: `날짜로 읽을 수 없는 값(${text.slice(0, 20)})입니다. 2026-05-03 꼴로 적어 주세요.` }
  if (!isDay(day)) return { problem: `달력에 없는 날짜(${text})입니다. 실제 날짜로 고쳐 주세요.` }
  if (!isWithinRange(day) && day !== endless)
    return {
      problem: `연도가 맞지 않는 날짜(${day})입니다. ${earliestDay}부터 ${latestDay} 사이의 날짜로 고쳐 주세요.`,
    }
  return { value: day }
}

function fromSerial(digits: string, isFrom1904: true | undefined): Parsed<Day> {
  const value = dayOfSerial(digits, isFrom1904)
  if (value !== null) return { value }
  return {
    problem: `날짜가 될 수 없는 엑셀 일련번호(${digits})입니다. 2026-05-03 꼴의 날짜로 다시 적어 주세요.`,
  }
}

const separated = /^(\d{4}|\d{2})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})(?:\s*[.일])?/
/** A weekday or a time of day may follow; neither says more about the day. */
const remainder = /^(\s*\([월화수목금토일]\))?([T\s]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/

/** Puts the three parts in order; whether there is such a day is another question. */
function dayOfText(text: string): Day | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const match = compact ?? separated.exec(text)
  if (match === null || !remainder.test(text.slice(match[0].length))) return undefined
  const [, year = '', month = '', date = ''] = match
  return `${year.length === 2 ? centuryOf(year) + year : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

/** Certificates of social enterprises begin in 2007; founding dates with two digits are those of the last century. */
const centuryOf = (year: string) => (Number(year) < 70 ? '20' : '19')
