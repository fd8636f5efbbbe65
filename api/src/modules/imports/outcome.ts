import type { ImportRecord } from './records.ts'

/** Where in the file something was read. */
export interface Place {
  /** Null for files without sheets. */
  sheet: string | null
  /** From 1; in JSON lists the number of the item. */
  row: number
  /** Hidden by the spreadsheet, mostly by a filter that was left on; read all the same. */
  isHidden: boolean
}

export interface Problem {
  /** The header of the column as printed; null when it is the row, or the sheet, as a whole. */
  column: string | null
  /** Such as D17, for those who have the spreadsheet open; null where there is no cell. */
  cell: string | null
  /** What · why · what to do, in Korean. */
  message: string
}

/**
 * What became of one row: all of it was read, or none of it. Whom a refused one is about is told where it says so:
 * who stands in a list with a slip of the pen is not missing from it.
 */
export type Outcome =
  | { verdict: 'read'; place: Place; records: ImportRecord[] }
  | { verdict: 'refused'; place: Place; problems: Problem[]; businessNumber: string | null }
