import type { TableLimits } from '../limits.ts'
import type { Sheet, SheetEnd } from '../table.ts'
import type { PackedRow } from './packed-row.ts'

export interface WorkerInput {
  bytes: Uint8Array
  limits: TableLimits
}

/** A piece of a sheet: its beginning, some rows, its end. */
export type Piece = Sheet | { type: 'rows'; rows: PackedRow[] } | SheetEnd

/** From the reading thread. After each piece it waits for an answer, so at most one is on its way. */
export type FromWorker = Piece | { type: 'done' } | { type: 'refused'; message: string }

/** `skip` answers the beginning of a sheet that nobody wants. */
export type ToWorker = 'go on' | 'skip'
