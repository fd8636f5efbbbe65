import type { Layout, RowReading } from './layout.ts'
import type { KindCode } from './records.ts'

/** An official list: what it is called, and how its rows become records. Pure: no database, no clock. */
export type Format = TableFormat | WorkbookFormat | DocumentFormat

/** One table: the first visible sheet of a workbook, a CSV file, a JSON list. */
export interface TableFormat {
  shape: 'table'
  title: string
  /** Kinds of which the list names everybody who is certified: whoever it leaves out may have lost it. */
  covers?: readonly KindCode[]
  /** Of official lists nothing: they are about enterprises. */
  about?: 'plans' | 'event'
  layout: Layout
}

/** A workbook whose sheets differ. */
export interface WorkbookFormat {
  shape: 'workbook'
  title: string
  /** As for a table; of the sheets that the file has. */
  covers?: readonly KindCode[]
  /** By the name of the sheet; `skip` for sheets that are none of our business; undefined for ones we do not know. */
  layoutOf(sheet: string): Layout | 'skip' | undefined
}

/** A JSON document of nested items, which no table can hold. */
export interface DocumentFormat {
  shape: 'document'
  title: string
  /** One reading per item, in order. Throws a refusal when the document is another one. */
  readItems(document: unknown): RowReading[]
}
