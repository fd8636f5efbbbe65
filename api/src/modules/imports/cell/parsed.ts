import { isShowable } from '../../../platform/line-of-text.ts'
import type { Cell } from '../table/table.ts'

/** A value, or why there is none: what is wrong and what to do, in Korean, for the officer. */
export type Parsed<T> = { value: T } | { problem: string }

export type CellReader<T> = (cell: Cell) => Parsed<T>

/**
 * Puts before a reader what no reader can read: an error of the spreadsheet, a formula that was never calculated, and
 * characters that could deceive or not be shown.
 */
export function readCell<T>(cell: Cell, read: CellReader<T>): Parsed<T> {
  if (cell.kind === 'error')
    return { problem: `엑셀 오류 값(${cell.text})이 들어 있습니다. 올바른 값으로 바꿔 주세요.` }
  if (cell.isFormula && cell.text === '')
    return { problem: '계산된 값이 없는 수식입니다. 엑셀에서 열어 값으로 붙여 넣고 저장해 주세요.' }
  const text = cell.text.normalize('NFC').replace(lineEnds, ' ')
  if (!isShowable(text))
    return {
      problem: '보이지 않는 제어 문자나 글의 방향을 바꾸는 문자가 있습니다. 칸의 글자를 새로 적어 주세요.',
    }
  if (text.length > longest)
    return { problem: `${longest.toLocaleString('ko')}자를 넘는 칸입니다. 내용을 줄여 주세요.` }
  return read(text === cell.text ? cell : { ...cell, text })
}

/** What is stored is a line of text, and people break lines inside a cell. */
const lineEnds = /[ \t]*[\r\n\t]+[ \t]*/g
const longest = 4_000

/** An empty value where a value may be missing; otherwise what the reader makes of it. */
export function optional<T>(read: CellReader<T>): CellReader<T | null> {
  return cell => (isBlank(cell.text) ? { value: null } : read(cell))
}

/** Nothing, or what people write for nothing. */
export const isBlank = (text: string) => /^\s*([-–—.]+|없음|해당\s*없음|미상|n\/a)?\s*$/iu.test(text)
