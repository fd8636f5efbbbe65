import type { LedgerRow } from '../../modules/audit/read-ledger.ts'
import { concernedBy } from '../../modules/catalogue/index-feed.ts'
import { reconcile } from './reconcile.ts'
import { refresh } from './refresh.ts'
import type { SearchIndex } from './search-index.ts'

/** Rows of the ledger taken at once. */
export const stretch = 5_000

/**
 * Makes the index agree with the rows that a stretch of the ledger speaks of. `failures`: how often that
 * has failed already.
 */
export async function followEntries(
  index: SearchIndex,
  entries: readonly LedgerRow[],
  failures: number,
): Promise<void> {
  const { enterprises, products, everything } = await concernedBy(index.em, entries)
  await refresh(index, 'enterprise', enterprises, failures)
  await refresh(index, 'product', products, failures)
  if (everything) await reconcile(index)
}
