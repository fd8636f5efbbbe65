import { readBusinessNumber } from './cell/business-number-cell.ts'
import { comparableHeader } from './header-name.ts'
import { findHeader, type GivenHeader, type Header, headerDepth } from './header.ts'
import type { Layout } from './layout.ts'
import type { Outcome, Place, Problem } from './outcome.ts'
import { fileRefusal } from './table/file-refusal.ts'
import {
  type Cell,
  columnLetters,
  emptyCell,
  type MergedRange,
  type Row,
  type SheetEnd,
} from './table/table.ts'

/** Takes the rows of one sheet as they come: waits until the header is found, then reads what stands below it. */
export class SheetReader {
  readonly #sheet: string | null
  readonly #layout: Layout
  /** Rows that came before the header was looked for. */
  #head: Row[] = []
  #header: Header | undefined

  constructor(sheet: string | null, layout: Layout, given?: GivenHeader) {
    this.#sheet = sheet
    this.#layout = layout
    if (given) this.#header = { row: given.row, columns: new Map(Object.entries(given.columns)) }
  }

  *row(row: Row): Generator<Outcome> {
    if (this.#header !== undefined) {
      // With a given header, what stands above it is no data.
      if (row.number > this.#header.row) yield* this.#read(row, this.#header)
      return
    }
    this.#head.push(row)
    if (this.#head.length >= headerDepth) yield* this.#readHead()
  }

  *end({ mergedRanges }: SheetEnd): Generator<Outcome> {
    if (this.#header === undefined) yield* this.#readHead()
    if (this.#header !== undefined) refuseMergedData(mergedRanges, this.#header)
  }

  *#readHead(): Generator<Outcome> {
    const header = findHeader(this.#head, this.#layout.columns)
    this.#header = header
    for (const row of this.#head) if (row.number > header.row) yield* this.#read(row, header)
    this.#head = []
  }

  *#read(row: Row, header: Header): Generator<Outcome> {
    if (isHeaderAgain(row, header) || this.#isTotal(row, header)) return
    const cellOf = (key: string) => row.cells[header.columns.get(key)?.index ?? -1] ?? emptyCell
    const place: Place = { sheet: this.#sheet, row: row.number, isHidden: row.isHidden }
    const reading = this.#layout.readRow(cellOf, header.columns)
    if ('records' in reading) return yield { verdict: 'read', place, records: reading.records }
    const problems = reading.problems.map(({ column, message }) => located(column, message, row, header))
    yield { verdict: 'refused', place, problems, businessNumber: numberIn(cellOf('businessNumber')) }
  }

  /** 합계 — a sum below the data: named as such, and without what every row of the list must have. */
  #isTotal(row: Row, { columns }: Header): boolean {
    const label = row.cells.find(cell => cell.text.trim() !== '')?.text ?? ''
    if (!/^(합계|총계|소계|누계|계)$/u.test(label.replace(/\s/gu, ''))) return false
    return [...columns].some(
      ([key, { index }]) => this.#layout.columns[key]?.isRequired && !row.cells[index]?.text.trim(),
    )
  }
}

function numberIn(cell: Cell): string | null {
  const read = readBusinessNumber(cell)
  return 'value' in read ? read.value : null
}

/** Lists made for printing repeat their header on every page. */
function isHeaderAgain(row: Row, { columns }: Header): boolean {
  return [...columns.values()].every(
    ({ index, printed }) => comparableHeader(row.cells[index]?.text ?? '') === comparableHeader(printed),
  )
}

function located(key: string | null, message: string, row: Row, { columns }: Header): Problem {
  const column = key === null ? undefined : columns.get(key)
  if (column === undefined) return { column: key, cell: null, message }
  return { column: column.printed, cell: `${columnLetters(column.index)}${row.number}`, message }
}

/** Of cells merged downwards only the first has a value; the rows below it would be read as if theirs were empty. */
function refuseMergedData(mergedRanges: readonly MergedRange[], { row, columns }: Header): void {
  for (const { printed, index } of columns.values()) {
    const merged = mergedRanges.find(
      ({ top, bottom, left, right }) => top > row && bottom > top && left <= index + 1 && index + 1 <= right,
    )
    if (merged !== undefined)
      throw fileRefusal(
        `${merged.top}~${merged.bottom}행의 ${printed} 칸이 병합되어 있습니다. 병합을 풀고 행마다 값을 채워 주세요.`,
      )
  }
}
