/** How much of a file is read before it is refused. Counted while reading, never taken from what the file says of itself. */
export interface TableLimits {
  fileBytes: number
  /** Parts in the archive that an XLSX file is. */
  entries: number
  inflatedBytes: number
  /** Inflated to compressed, per part; parts below a mebibyte are free of it. */
  inflationRatio: number
  /** Inflated bytes without the end of an XML token. */
  tokenBytes: number
  rowsPerSheet: number
  columns: number
  /** Cells of the whole file, empty ones included: they cost as much to read. */
  cells: number
  cellCharacters: number
  sharedStringCharacters: number
  /** Time spent in the reading thread, waiting for the caller not counted. */
  seconds: number
}

/** For files that anybody may send. */
export const uploadLimits: TableLimits = {
  fileBytes: 10_000_000,
  entries: 200,
  inflatedBytes: 100_000_000,
  inflationRatio: 100,
  tokenBytes: 512 * 1024,
  rowsPerSheet: 50_000,
  columns: 200,
  cells: 1_250_000,
  cellCharacters: 32_767,
  sharedStringCharacters: 50_000_000,
  seconds: 10,
}

/** For files that the operator names on the command line: 정부권장정책 has 13.8 MB and 204,803 rows in one sheet. */
export const operatorLimits: TableLimits = {
  ...uploadLimits,
  fileBytes: 60_000_000,
  inflatedBytes: 500_000_000,
  rowsPerSheet: 400_000,
  cells: 10_000_000,
  seconds: 60,
}
