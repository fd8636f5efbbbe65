import { type CellReader, type Parsed, readCell } from './cell/parsed.ts'
import type { HeaderColumn, WantedColumn } from './header.ts'
import type { ImportRecord } from './records.ts'
import type { Cell } from './table/table.ts'

/** A column of a list: what it is called and how its cells are read. */
export interface Column<T> extends WantedColumn {
  read: CellReader<T>
}

/** A column that the list must have. */
export const column = <T>(read: CellReader<T>, ...names: (string | RegExp)[]): Column<T> => ({
  names,
  read,
  isRequired: true,
})

/** A column that some editions of the list lack; its cells are then empty ones. */
export const columnIfAny = <T>(
  read: CellReader<T | null>,
  ...names: (string | RegExp)[]
): Column<T | null> => ({
  names,
  read,
  isRequired: false,
})

type Columns = Readonly<Record<string, Column<unknown>>>
type Values<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never }

/** What is wrong in a row and in which column; without a column when it is the row as a whole. */
export interface RowProblem {
  column: string | null
  message: string
}

export type RowReading = { records: ImportRecord[] } | { problems: RowProblem[] }

/** How the rows below one header become records. */
export interface Layout {
  columns: Columns
  readRow(cellOf: (column: string) => Cell, columns: ReadonlyMap<string, HeaderColumn>): RowReading
}

/** Reads every column of a row, so that all its problems are told at once, and only then puts the values together. */
export function layout<const C extends Columns>(
  columns: C,
  toRecords: (values: Values<C>, header: ReadonlyMap<string, HeaderColumn>) => ImportRecord[] | RowProblem,
): Layout {
  return {
    columns,
    readRow(cellOf, header) {
      const parsed = Object.entries(columns).map(([key, { read }]) => ({
        key,
        cell: readCell(cellOf(key), read),
      }))
      const problems = parsed.flatMap(({ key, cell }) =>
        'problem' in cell ? [{ column: key, message: cell.problem }] : [],
      )
      if (problems.length > 0) return { problems }
      const records = toRecords(valuesOf<C>(parsed), header)
      return Array.isArray(records) ? { records } : { problems: [records] }
    },
  }
}

/** The one place where the types are told what the code has made sure of: each key holds what its reader returned. */
function valuesOf<C extends Columns>(parsed: readonly { key: string; cell: Parsed<unknown> }[]): Values<C> {
  return Object.fromEntries(
    parsed.map(({ key, cell }) => [key, 'value' in cell ? cell.value : null]),
  ) as Values<C>
}
