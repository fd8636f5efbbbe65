/** A file as somebody handed it over. */
export interface SourceFile {
  name: string
  bytes: Buffer
}

/** What stands in a cell: the text of the file, and what kind of thing the file says it is. */
export interface Cell {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** Numbers are the digits of the file, never rounded by a floating-point number; dates are a serial or ISO 8601. */
  text: string
  /** The text is the result that the spreadsheet stored last; a formula without one has the text ''. */
  isFormula?: true
  /** In workbooks that count days from 1904: for dates, and for numbers that turn out to be one. */
  isFrom1904?: true
}

export const emptyCell: Cell = Object.freeze({ kind: 'text', text: '' })

export interface Sheet {
  type: 'sheet'
  /** Null for files that have no sheets: CSV and JSON. */
  name: string | null
  isHidden: boolean
  /** From 0, in the order of the file. */
  position: number
}

export interface Row {
  type: 'row'
  /** From 1, as a spreadsheet or a text editor shows it. */
  number: number
  isHidden: boolean
  cells: readonly Cell[]
}

/** Rows and columns from 1, both ends included. */
export interface MergedRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** The file format tells of merged cells only after the rows. */
export interface SheetEnd {
  type: 'end'
  mergedRanges: readonly MergedRange[]
}

/** A file read from top to bottom: each sheet, its rows, its end. Rows without any text are left out. */
export type TableEvent = Sheet | Row | SheetEnd

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'cp949'

export interface Table {
  format: 'csv' | 'xlsx' | 'json'
  /** Null where the format leaves no choice. */
  encoding: Encoding | null
  /** To be iterated once; leaving the loop early is fine. */
  events: AsyncIterable<TableEvent>
}

/** The letters of a column counted from 0: 0 is A, 27 is AB. */
export function columnLetters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}
