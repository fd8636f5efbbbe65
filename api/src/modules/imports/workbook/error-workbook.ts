import type { Context } from '../../../platform/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import { inScope } from '../../../platform/scope.ts'
import { record } from '../../audit/record.ts'
import { findImport } from '../find-import.ts'
import type { Format } from '../format.ts'
import { formats } from '../formats.ts'
import { guessHeader, headerDepth } from '../header.ts'
import { readFile } from '../import-files.ts'
import type { ImportRun } from '../import-run.entity.ts'
import { centerOf } from '../receive-list.ts'
import { readTable } from '../table/read-table.ts'
import { columnLetters, emptyCell, type Row, type Sheet, type SourceFile } from '../table/table.ts'
import { writeWorkbook, type CellToWrite, type SheetToWrite } from './write-workbook.ts'

export interface ErrorWorkbook {
  name: string
  content: Buffer
}

interface StoredError {
  sheet: string | null
  row: number
  column: string | null
  cell: string | null
  message: string
}

const title = '오류'

/**
 * 오류 파일 — the file as it was uploaded, each row in its place, with a last column that says what is wrong; what is
 * wrong is coloured. Corrected and uploaded again it goes on at the preview. It holds what the file holds, so whoever
 * takes it is on record.
 */
export async function errorWorkbook(ctx: Context, id: string): Promise<ErrorWorkbook> {
  const { file, errors, run } = await takeOut(ctx, id)
  const format: Format = formats[run.kind]
  if (format.shape === 'document')
    throw new Refusal(
      'WRONG_STATE',
      '표가 아닌 목록이라 오류 파일이 없습니다. 화면의 오류를 보고 원본을 고쳐 주세요.',
      'id',
    )
  const sheets = await readSheets(format, file, run.header?.row ?? null)
  const content = await writeWorkbook(sheets.map(sheet => withErrors(sheet, errors)))
  return { name: `${run.fileName.replace(/\.\w{1,5}$/u, '')} ${title}.xlsx`, content }
}

function takeOut(ctx: Context, id: string) {
  const centerId = centerOf(ctx)
  return inScope(ctx, async inside => {
    const run: ImportRun = await findImport(inside, id)
    const bytes = await readFile(inside.em, { centerId, sha256: run.sha256 })
    const errors = await readInside<StoredError[]>(
      inside.em,
      `select coalesce(json_agg(e), '[]')::text as json from (
         select sheet, row, column_name as "column", cell, message from import_row
         where run_id = $1 and (verdict = 'refused' or column_name is not null) order by id) e`,
      [id],
    )
    record(inside, 'import.errors_taken', { type: 'import', id }, { errors: errors.length })
    await inside.em.flush()
    return { run, errors, file: { name: run.fileName, bytes } satisfies SourceFile }
  })
}

interface ReadSheet {
  name: string | null
  rows: Row[]
  headerRow: number
  /** Lists of objects begin with row 0. */
  shift: number
}

async function readSheets(
  format: Exclude<Format, { shape: 'document' }>,
  file: SourceFile,
  headerRow: number | null,
): Promise<ReadSheet[]> {
  const layoutOf = (sheet: Sheet) =>
    format.shape === 'table' ? format.layout : format.layoutOf(sheet.name ?? '')
  const { events } = readTable(
    file,
    format.shape === 'table' ? {} : { wants: sheet => typeof layoutOf(sheet) === 'object' },
  )
  const sheets: ReadSheet[] = []
  let current: { sheet: Sheet; rows: Row[] } | undefined
  for await (const event of events) {
    if (event.type === 'sheet') current = { sheet: event, rows: [] }
    else if (event.type === 'row') current?.rows.push(event)
    else if (current !== undefined && current.rows.length > 0) {
      const { sheet, rows } = current
      const layout = layoutOf(sheet)
      const guessed =
        typeof layout === 'object' ? guessHeader(rows.slice(0, headerDepth), layout.columns) : undefined
      const shift = rows[0]?.number === 0 ? 1 : 0
      sheets.push({ name: sheet.name, rows, headerRow: headerRow ?? guessed?.row ?? 1, shift })
    }
  }
  return sheets
}

function withErrors(
  { name, rows, headerRow, shift }: ReadSheet,
  errors: readonly StoredError[],
): SheetToWrite {
  const byRow = Map.groupBy(
    errors.filter(({ sheet }) => sheet === name),
    ({ row }) => row,
  )
  const header = rows.find(({ number }) => number === headerRow)?.cells ?? []
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  // A file that has been through here before has the column already.
  const before = header.findIndex(({ text }) => text.trim() === title)
  const at = before >= 0 ? before : width
  return {
    name: name ?? '목록',
    headerRow: headerRow + shift,
    wideColumn: at,
    rows: rows.map(row => {
      const found = byRow.get(row.number) ?? []
      const note = row.number === headerRow ? title : found.map(noteOf).join(' / ')
      const cells = cellsOf(row, at, found)
      cells[at] = { cell: { kind: 'text', text: note }, isMarked: found.length > 0 }
      return { number: row.number + shift, cells }
    }),
  }
}

const noteOf = ({ column, message }: StoredError) => (column === null ? message : `${column}: ${message}`)

function cellsOf(row: Row, most: number, errors: readonly StoredError[]): CellToWrite[] {
  const wrong = new Set(errors.map(({ cell }) => cell?.replace(/\d+$/, '')))
  const length = Math.max(row.cells.length, most + 1)
  return Array.from({ length }, (_, i) => ({
    cell: row.cells[i] ?? emptyCell,
    isMarked: wrong.has(columnLetters(i)),
  }))
}
