import type { Parsed } from './parsed.ts'
import type { Cell } from '../table/table.ts'

/** The text without blanks around it. macOS writes Hangul in pieces, which NFC puts together; nothing else changes. */
export function readText({ text }: Cell): Parsed<string> {
  return { value: text.normalize('NFC').trim() }
}

/** Like readText, but there has to be something. */
export function readRequiredText(cell: Cell): Parsed<string> {
  const value = cell.text.normalize('NFC').trim()
  return value === '' ? { problem: '값이 비어 있습니다. 값을 채우거나 이 행을 빼 주세요.' } : { value }
}
