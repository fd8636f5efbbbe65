import type { DocumentFormat, Format } from './format.ts'
import type { GivenHeader } from './header.ts'
import type { Layout } from './layout.ts'
import type { Outcome, Place } from './outcome.ts'
import { SheetReader } from './sheet-reader.ts'
import { decodeText } from './table/decode-text.ts'
import { parseJson } from './table/json.ts'
import { type TableLimits, uploadLimits } from './table/limits.ts'
import { readTable } from './table/read-table.ts'
import type { Sheet, SourceFile } from './table/table.ts'

interface ReadingOptions {
  limits?: TableLimits | undefined
  /** For a table: where its header is and what its columns mean, instead of looking for them. */
  header?: GivenHeader | undefined
}

/** Reads an official list row by row. Throws a refusal when the file as a whole is not that list. */
export async function* readRecords(
  format: Format,
  file: SourceFile,
  { limits = uploadLimits, header }: ReadingOptions = {},
): AsyncGenerator<Outcome> {
  if (format.shape === 'document') return yield* itemsOf(format, file)

  const layoutOf =
    format.shape === 'table' ? () => format.layout : (sheet: Sheet) => format.layoutOf(sheet.name ?? '')
  const wants = format.shape === 'table' ? undefined : (sheet: Sheet) => layoutOf(sheet) !== 'skip'
  const { events } = readTable(file, wants === undefined ? { limits } : { limits, wants })
  let reader: SheetReader | undefined
  for await (const event of events) {
    if (event.type === 'sheet') {
      const layout = layoutOf(event)
      reader = isLayout(layout) ? new SheetReader(event.name, layout, header) : undefined
      if (layout === undefined) yield unknownSheet(event.name)
    } else if (event.type === 'row') yield* reader?.row(event) ?? []
    else yield* reader?.end(event) ?? []
  }
}

const isLayout = (layout: Layout | 'skip' | undefined): layout is Layout => typeof layout === 'object'

function unknownSheet(sheet: string | null): Outcome {
  const message = '이 목록에 있는지 모르는 시트라 읽지 않았습니다. 시트 이름을 확인하거나 시트를 지워 주세요.'
  return {
    verdict: 'refused',
    place: { sheet, row: 1, isHidden: false },
    problems: [{ column: null, cell: null, message }],
    businessNumber: null,
  }
}

function* itemsOf(format: DocumentFormat, file: SourceFile): Generator<Outcome> {
  const readings = format.readItems(parseJson(decodeText(file.bytes).text))
  for (const [i, reading] of readings.entries()) {
    const place: Place = { sheet: null, row: i + 1, isHidden: false }
    if ('records' in reading) yield { verdict: 'read', place, records: reading.records }
    else {
      const problems = reading.problems.map(({ column, message }) => ({ column, message, cell: null }))
      yield { verdict: 'refused', place, problems, businessNumber: null }
    }
  }
}
