import type { ImportRun } from '../import-run.entity.ts'

/** A column of ours as the file prints it, and the cell of a row in it. */
export function cellAt({ header }: Pick<ImportRun, 'header'>, key: string, row: number) {
  const found = header?.columns.find(({ to }) => to === key)
  return found === undefined
    ? { column: null, cell: null }
    : { column: found.from || found.column, cell: `${found.column}${row}` }
}
