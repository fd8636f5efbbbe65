import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, type Info, parse } from 'csv-parse'
import { fileRefusal } from './file-refusal.ts'
import type { TableLimits } from './limits.ts'
import { type Cell, emptyCell, type TableEvent } from './table.ts'

/** Reads comma- or tab-separated text. Nothing is relaxed: a row that is out of step refuses the file. */
export async function* csvEvents(text: string, limits: TableLimits): AsyncGenerator<TableEvent> {
  yield { type: 'sheet', name: null, isHidden: false, position: 0 }
  const parser = parse({
    delimiter: delimiterOf(text),
    info: true,
    skip_empty_lines: true,
    max_record_size: limits.cellCharacters * 4,
  })
  Readable.from(slices(Buffer.from(text))).pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const row = { number: startOf(record, info), cells: record.map(cellOf) }
      if (record.length > limits.columns) throw tooManyColumns(row.number, limits.columns)
      const long = record.findIndex(value => value.length > limits.cellCharacters)
      if (long >= 0) throw cellTooLong(row.number, long, limits.cellCharacters)
      if (row.cells.some(cell => cell !== emptyCell)) yield { type: 'row', isHidden: false, ...row }
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenCsv(error) : error
  }
  yield { type: 'end', mergedRanges: [] }
}

/** Excel writes "유니코드 텍스트" with tabs. Titles above the header hold neither, so several lines are asked. */
function delimiterOf(text: string): string {
  const head = text.split('\n', 20).join('\n')
  return head.split('\t').length > head.split(',').length ? '\t' : ','
}

/** Small bites with a pause before each: other requests get their turn, and the parser never holds every row. */
async function* slices(bytes: Buffer, size = 64 * 1024): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    await setImmediate()
    yield bytes.subarray(at, at + size)
  }
}

/** `info.lines` is the line on which the record ends; cells may hold line ends of their own. */
function startOf(record: readonly string[], info: Info): number {
  return info.lines - record.reduce((lines, value) => lines + value.split('\n').length - 1, 0)
}

const cellOf = (text: string): Cell => (text.trim() === '' ? emptyCell : { kind: 'text', text })

const tooManyColumns = (row: number, columns: number) =>
  fileRefusal(`${row}행의 열이 ${columns}개를 넘습니다. 필요한 열만 남겨 주세요.`)

const cellTooLong = (row: number, column: number, characters: number) =>
  fileRefusal(
    `${row}행 ${column + 1}번째 칸이 ${characters.toLocaleString('ko')}자를 넘습니다. 내용을 줄여 주세요.`,
  )

/** What csv-parse found wrong, said for somebody who edits the file in a spreadsheet. */
function brokenCsv(error: CsvError) {
  const line = typeof error['lines'] === 'number' ? `${error['lines']}행` : '파일'
  switch (error.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return fileRefusal(`${line}의 칸 수가 윗줄과 다릅니다. 쉼표나 따옴표가 빠졌는지 확인해 주세요.`)
    case 'CSV_QUOTE_NOT_CLOSED':
      return fileRefusal(`${line}에서 연 큰따옴표가 닫히지 않았습니다. 따옴표의 짝을 맞춰 주세요.`)
    case 'CSV_MAX_RECORD_SIZE':
      return fileRefusal(`${line}이 지나치게 깁니다. 닫히지 않은 큰따옴표가 있는지 확인해 주세요.`)
    default:
      return fileRefusal(`${line}의 큰따옴표가 잘못 놓였습니다. 칸 안의 따옴표는 두 번("") 적어 주세요.`)
  }
}
