import { csvEvents } from './csv.ts'
import { decodeText } from './decode-text.ts'
import { fileRefusal } from './file-refusal.ts'
import { jsonEvents, parseJson } from './json.ts'
import { type TableLimits, uploadLimits } from './limits.ts'
import { sniff } from './sniff.ts'
import type { Sheet, SourceFile, Table } from './table.ts'
import { workbookEvents } from './xlsx/workbook-events.ts'

export interface TableOptions {
  limits?: TableLimits
  /** Which sheets of a workbook to read; the first visible one if not given. */
  wants?: (sheet: Sheet) => boolean
}

/** Opens a CSV, XLSX or JSON file, told apart by its bytes; its name is not trusted. Throws a refusal. */
export function readTable(file: SourceFile, options: TableOptions = {}): Table {
  const { limits = uploadLimits, wants = firstVisible() } = options
  if (file.bytes.length > limits.fileBytes) throw tooLarge(limits.fileBytes)

  switch (sniff(file.bytes)) {
    case 'xlsx':
      return { format: 'xlsx', encoding: null, events: workbookEvents(file.bytes, limits, wants) }
    case 'json': {
      const { text, encoding } = decodeText(file.bytes)
      return { format: 'json', encoding, events: jsonEvents(parseJson(text)) }
    }
    case 'csv': {
      const { text, encoding } = decodeText(file.bytes)
      return { format: 'csv', encoding, events: csvEvents(text, limits) }
    }
  }
}

function firstVisible(): (sheet: Sheet) => boolean {
  let isFound = false
  return sheet => {
    if (isFound || sheet.isHidden) return false
    isFound = true
    return true
  }
}

const tooLarge = (bytes: number) =>
  fileRefusal(
    `파일이 ${bytes / 1_000_000}MB보다 커서 읽지 않았습니다. 필요한 시트나 행만 남겨 나누어 올려 주세요.`,
  )
