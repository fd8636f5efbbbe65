import type { ListedFacts } from '../records.ts'

/** A row of a list of participants, and what speaks against it. */
export interface JudgedRow<Row extends ListedFacts = ListedFacts> {
  sheet: string | null
  row: number
  record: Row
  /** For whoever looks at the preview; of an enterprise its name, of a department that and its body's, never a person. */
  party: string
  problems: { column: string; message: string }[]
  /** What a colleague could be told of the row besides. */
  facts: Record<string, string | null>
  /** Whom nobody knew by that number or name before, or what an earlier list said of it. */
  before: Record<string, string | null> | null
}
