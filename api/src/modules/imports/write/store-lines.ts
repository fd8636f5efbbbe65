import type { EntityManager } from '@mikro-orm/postgresql'
import { insertRows } from '../../../platform/insert-rows.ts'
import type { ImportLine } from '../lines.ts'

/** Keeps what the lines of a run do: for whoever looks at the preview, and for the way back. */
export async function storeLines(
  em: EntityManager,
  runId: string,
  lines: readonly (ImportLine & { isMoved?: boolean })[],
): Promise<void> {
  await insertRows(
    em,
    'import_row',
    lines.map(({ sheet, row, verdict, key, column, cell, message, changes, record, isMoved = false }) => ({
      ...{ run_id: runId, sheet, row, verdict, key, column_name: column, cell, message },
      ...{ changes: changes.length > 0 ? changes : null, record, is_moved: isMoved },
    })),
  )
}
