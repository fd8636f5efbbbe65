import type { TableLimits } from '../limits.ts'
import type { Sheet, TableEvent } from '../table.ts'
import type { Piece } from './messages.ts'
import { unpackRow } from './packed-row.ts'
import { ReadingThread } from './reading-thread.ts'
import { takeTurn } from './turn.ts'

/** Reads an XLSX file in a thread of its own, one file at a time: each may take a core and some hundred megabytes. */
export async function* workbookEvents(
  bytes: Buffer,
  limits: TableLimits,
  wants: (sheet: Sheet) => boolean,
): AsyncGenerator<TableEvent> {
  const endTurn = await takeTurn()
  const thread = new ReadingThread({ bytes, limits })
  try {
    for (let piece = await thread.next(); piece !== undefined;) {
      const isUnwanted = piece.type === 'sheet' && !wants(piece)
      if (!isUnwanted) yield* eventsOf(piece)
      piece = await thread.next(isUnwanted ? 'skip' : 'go on')
    }
  } finally {
    await thread.end()
    endTurn()
  }
}

const eventsOf = (piece: Piece): TableEvent[] => (piece.type === 'rows' ? piece.rows.map(unpackRow) : [piece])
