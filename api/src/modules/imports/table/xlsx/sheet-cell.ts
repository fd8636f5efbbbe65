import { type Cell, emptyCell } from '../table.ts'
import { damaged } from './archive.ts'
import type { IsDateStyle } from './styles.ts'
import { unescapeText } from './unescape-text.ts'
import type { Attributes } from './xml.ts'

/** What a cell's own XML leaves to other parts of the workbook. */
export interface CellSource {
  sharedStrings: readonly string[]
  isDateStyle: IsDateStyle
  isFrom1904: boolean
}

/** Makes a cell of its attributes and the raw text of its value. */
export function cellOf(attributes: Attributes, value: string, isFormula: boolean, source: CellSource): Cell {
  if (value === '' && !isFormula) return emptyCell
  const cell = typedCell(attributes, value, source)
  return isFormula ? { ...cell, isFormula } : cell
}

function typedCell({ t = 'n', s = '0' }: Attributes, value: string, source: CellSource): Cell {
  switch (t) {
    case 's':
      return textCell(sharedString(value, source))
    case 'str':
    case 'inlineStr':
      return textCell(unescapeText(value))
    case 'b':
      return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE' }
    case 'e':
      return { kind: 'error', text: value }
    case 'd':
      return { kind: 'date', text: value }
    case 'n':
      return numberCell(value.trim(), source.isDateStyle(Number(s)), source.isFrom1904)
    default:
      throw damaged()
  }
}

function numberCell(digits: string, isDate: boolean, isFrom1904: boolean): Cell {
  if (digits === '') return emptyCell
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(digits)) throw damaged()
  const kind = isDate ? 'date' : 'number'
  return isFrom1904 ? { kind, text: digits, isFrom1904 } : { kind, text: digits }
}

const textCell = (text: string): Cell => (text.trim() === '' ? emptyCell : { kind: 'text', text })

function sharedString(value: string, { sharedStrings }: CellSource): string {
  const text = sharedStrings[Number(value)]
  if (text === undefined) throw damaged()
  return text
}
