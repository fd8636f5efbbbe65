import type { ImportLine, LineCounts } from './lines.ts'
import type { ImportCounts } from './thing-counts.ts'

/** What applying a list would do to what stands now, and how it is done. */
export interface Outlook {
  lines: ImportLine[]
  counts: LineCounts
  /** The same for the same effect: what was previewed is what is applied. */
  hash: string
  /** What staff should know of the list as a whole. */
  remarks: string[]
  /** In the transaction in which it was worked out; what the ledger tells of the import besides is returned. */
  write: () => Promise<ImportCounts & { findings?: number }>
}
