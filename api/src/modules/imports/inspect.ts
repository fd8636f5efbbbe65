import { formats, type ImportKind } from './formats.ts'
import { guessHeader, headerDepth, type GivenHeader } from './header.ts'
import type { Layout } from './layout.ts'
import { decodeText } from './table/decode-text.ts'
import { parseJson } from './table/json.ts'
import { readTable } from './table/read-table.ts'
import { columnLetters, type Encoding, type Row, type SourceFile } from './table/table.ts'

/** A column of the file and what it is taken for. */
export interface MappedColumn {
  /** Letters, as a spreadsheet shows them. */
  column: string
  /** As it stands in the header. */
  from: string
  guess: string | null
  to: string | null
  /** A few values below, cut short: what tells people which column it is. */
  samples: string[]
}

export interface MappedHeader {
  sheet: string | null
  row: number
  guessedRow: number
  columns: MappedColumn[]
  /** Mapped as the staff have mapped the last list of its kind. */
  isRemembered?: boolean
}

export interface Inspection {
  format: 'csv' | 'xlsx' | 'json'
  encoding: Encoding | null
  rows: number
  /** Null where there is no single table to map. */
  header: MappedHeader | null
}

/** Reads a file to its end and says what it is, before anybody decides anything. Throws a refusal. */
export async function inspect(kind: ImportKind, file: SourceFile): Promise<Inspection> {
  const format = formats[kind]
  if (format.shape === 'table') return inspectTable(format.layout, file)
  if (format.shape === 'document') {
    const { text, encoding } = decodeText(file.bytes)
    return { format: 'json', encoding, rows: format.readItems(parseJson(text)).length, header: null }
  }
  const {
    format: fileFormat,
    encoding,
    events,
  } = readTable(file, {
    wants: sheet => typeof format.layoutOf(sheet.name ?? '') === 'object',
  })
  let rows = 0
  for await (const { type } of events) if (type === 'row') rows++
  return { format: fileFormat, encoding, rows, header: null }
}

async function inspectTable(layout: Layout, file: SourceFile): Promise<Inspection> {
  const { format, encoding, events } = readTable(file)
  const head: Row[] = []
  let sheet: string | null = null
  let rows = 0
  let last = 0
  for await (const event of events) {
    if (event.type === 'sheet' && head.length === 0) sheet = event.name
    if (event.type !== 'row') continue
    if (head.length < headRows) head.push(event)
    rows++
    last = event.number
  }
  const header = headerIn(head, sheet, layout)
  const above = head.filter(({ number }) => number <= header.row).length
  return { format, encoding, rows: last === 0 ? 0 : rows - above, header }
}

/** The head of the one sheet that is read, with the header in a row that a person has named. */
export async function inspectHead(
  kind: ImportKind,
  file: SourceFile,
  headerRow: number,
): Promise<MappedHeader | null> {
  const format = formats[kind]
  if (format.shape !== 'table') return null
  const head: Row[] = []
  let sheet: string | null = null
  for await (const event of readTable(file).events) {
    if (event.type === 'sheet' && head.length === 0) sheet = event.name
    if (event.type === 'row') head.push(event)
    if (head.length >= headRows) break
  }
  return headerIn(head, sheet, format.layout, headerRow)
}

const sampleRows = 3
const headRows = headerDepth + sampleRows

function headerIn(head: readonly Row[], sheet: string | null, layout: Layout, asked?: number): MappedHeader {
  const candidates = head.slice(0, headerDepth)
  const guessedRow = guessHeader(candidates, layout.columns)?.row ?? head[0]?.number ?? 1
  const row = asked ?? guessedRow
  const at = candidates.findIndex(({ number }) => number === row)
  // A header over two rows is named by its last one: the row above takes part in the guess.
  const own = candidates.slice(
    asked === undefined ? 0 : Math.max(0, at),
    asked === undefined ? undefined : at + 1,
  )
  const guess = guessHeader(own, layout.columns)
  const keys = new Map(
    [...(guess?.columns ?? [])].map(([key, { index, printed }]) => [index, { key, printed }]),
  )
  const below = head.filter(({ number }) => number > row).slice(0, sampleRows)
  const width = Math.max(0, ...[candidates[at], ...below].map(line => line?.cells.length ?? 0))
  const columns = Array.from({ length: width }, (_, index) => {
    const known = keys.get(index)
    const from = known?.printed ?? candidates[at]?.cells[index]?.text.trim() ?? ''
    const samples = below.map(({ cells }) => (cells[index]?.text ?? '').trim().slice(0, 40))
    return { column: columnLetters(index), from, guess: known?.key ?? null, to: known?.key ?? null, samples }
  })
  return { sheet, row, guessedRow, columns }
}

/** The header as the reader of the list takes it. */
export function givenHeader({ row, columns }: MappedHeader): GivenHeader {
  const mapped = columns.flatMap(({ from, to, column }, index) =>
    to === null ? [] : [[to, { index, printed: from || column }] as const],
  )
  return { row, columns: Object.fromEntries(mapped) }
}

/** What a list has room for, by our names, and what of it must be there. */
export function targetsOf(kind: ImportKind): { key: string; name: string; isRequired: boolean }[] {
  const format = formats[kind]
  if (format.shape !== 'table') return []
  return Object.entries(format.layout.columns).map(([key, { names, isRequired }]) => ({
    key,
    name: nameOf(names) ?? key,
    isRequired,
  }))
}

/** The Korean one of its names, where it has any. */
function nameOf(names: readonly (string | RegExp)[]): string | undefined {
  const written = names.filter(name => typeof name === 'string')
  return written.find(name => /[가-힣]/.test(name)) ?? written[0]
}

export function missingTargets(kind: ImportKind, header: MappedHeader | null): string[] {
  if (header === null) return []
  const mapped = new Set(header.columns.map(({ to }) => to))
  return targetsOf(kind)
    .filter(({ key, isRequired }) => isRequired && !mapped.has(key))
    .map(({ name }) => name)
}
