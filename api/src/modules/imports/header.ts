import { comparableHeader, withoutRemark } from './header-name.ts'
import { fileRefusal } from './table/file-refusal.ts'
import type { Row } from './table/table.ts'

/** The columns that somebody looks for in a header. */
export interface WantedColumn {
  /** What lists call it; a pattern is asked of the comparable form. */
  names: readonly (string | RegExp)[]
  isRequired: boolean
}

export interface Header {
  /** The last row of the header; what follows is data. */
  row: number
  columns: ReadonlyMap<string, HeaderColumn>
}

export interface HeaderColumn {
  /** From 0. */
  index: number
  /** As it stands in the file, for messages to the one who has the file open. */
  printed: string
}

/** A header as a person has set it: the row, and for each column we know where in the file it stands. */
export interface GivenHeader {
  row: number
  columns: Readonly<Record<string, { index: number; printed: string }>>
}

/** How far down a header is looked for: lists put titles, dates and remarks above it. */
export const headerDepth = 20

/**
 * Finds the header among the first rows of a sheet: the row in which most of the wanted columns stand.
 * Throws a refusal that names what is missing and what was found.
 */
export function findHeader(rows: readonly Row[], wanted: Readonly<Record<string, WantedColumn>>): Header {
  const best = guessHeader(rows, wanted)
  const missing = Object.keys(wanted).filter(key => wanted[key]?.isRequired && !best?.columns.has(key))
  if (best === undefined || missing.length > 0) throw notFound(missing, best, rows, wanted)
  return best
}

/** The row in which most of the wanted columns stand, whether or not that is enough. */
export function guessHeader(
  rows: readonly Row[],
  wanted: Readonly<Record<string, WantedColumn>>,
): Header | undefined {
  const candidates = rows.flatMap((row, i) => [
    headerOf(row.number, printedNames(row), wanted),
    headerOf(rows[i + 1]?.number ?? row.number, printedNames(row, rows[i + 1]), wanted),
  ])
  return candidates.reduce<Header | undefined>(
    (best, header) => (best === undefined || header.columns.size > best.columns.size ? header : best),
    undefined,
  )
}

/** A name of a column in each way that a header of one row or of two may state it. */
interface PrintedName {
  index: number
  texts: readonly string[]
}

/**
 * With two rows, names may be split over merged cells: the upper one goes on to the right until the next
 * begins ("인증" over "번호" and "일자"), and a name over both rows leaves the lower cell empty.
 */
function printedNames(upper: Row, lower?: Row): PrintedName[] {
  const width = Math.max(upper.cells.length, lower?.cells.length ?? 0)
  let above = ''
  return Array.from({ length: width }, (_, index) => {
    const own = upper.cells[index]?.text.trim() ?? ''
    const below = lower?.cells[index]?.text.trim() ?? ''
    above = own || above
    return { index, texts: below === '' ? [own] : [below, `${above} ${below}`] }
  })
}

function headerOf(
  row: number,
  names: readonly PrintedName[],
  wanted: Readonly<Record<string, WantedColumn>>,
): Header {
  const columns = new Map<string, HeaderColumn>()
  for (const [key, column] of Object.entries(wanted)) {
    const found = columnFor(column, names)
    if (found !== undefined) columns.set(key, found)
  }
  return { row, columns }
}

/** The whole name first, then without its remark; among equals the leftmost. */
function columnFor({ names }: WantedColumn, printed: readonly PrintedName[]): HeaderColumn | undefined {
  for (const reduce of [comparableHeader, (text: string) => withoutRemark(comparableHeader(text))])
    for (const name of names)
      for (const { index, texts } of printed) {
        const text = texts.find(text => text !== '' && isNamed(reduce(text), name))
        if (text !== undefined) return { index, printed: text.replace(/\s+/gu, ' ') }
      }
  return undefined
}

const isNamed = (text: string, name: string | RegExp) =>
  typeof name === 'string' ? text === comparableHeader(name) : name.test(text)

function notFound(
  missing: readonly string[],
  best: Header | undefined,
  rows: readonly Row[],
  wanted: Readonly<Record<string, WantedColumn>>,
) {
  const names = missing.map(key => wanted[key]?.names.find(name => typeof name === 'string') ?? key)
  const header = rows.find(row => row.number === best?.row && best.columns.size > 0)
  const found = header?.cells
    .map(cell => cell.text.trim())
    .filter(Boolean)
    .slice(0, 30)
    .join(', ')
  return fileRefusal(
    found === undefined
      ? `처음 ${headerDepth}행 안에서 머리글을 찾지 못했습니다. 다음 열이 있는 행을 넣어 주세요: ${names.join(', ')}.`
      : `${best?.row}행 머리글에 필요한 열(${names.join(', ')})이 없습니다. 찾은 열: ${found}.`,
  )
}
