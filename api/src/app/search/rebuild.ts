import type { SearchDocument } from '@panro/search'
import { ledgerEnd, type LedgerCursor } from '../../modules/audit/read-ledger.ts'
import { everyDocument } from '../../modules/catalogue/documents.ts'
import { readParked, unpark } from './parked.ts'
import { patience, putDocuments } from './put-documents.ts'
import { fileRefused } from './refresh.ts'
import { isRefusal, RowsUnread } from './refusal.ts'
import type { SearchIndex } from './search-index.ts'
import { warmUp } from './warm-up.ts'

/**
 * Builds the index anew beside the one that answers. Returns the place in the ledger to go on from: noted
 * before the rows are read, so whatever changes meanwhile comes again, which does no harm.
 */
export async function rebuild(index: SearchIndex): Promise<LedgerCursor> {
  const { em, name, log } = index
  const end = await ledgerEnd(em)
  try {
    const { documents } = await build(index, new Set())
    await unpark(em, name, await parkedIds(index))
    log.info({ engine: name, documents }, 'the search index is built')
  } catch (error) {
    if (!isRefusal(error)) throw error
    await buildWithoutRefused(index)
  }
  return end
}

/** A build is refused as a whole; so the culprits are looked for by single writes first, and left out. */
async function buildWithoutRefused(index: SearchIndex): Promise<void> {
  const { em, name, log } = index
  for await (const documents of everyDocument(em)) {
    const refused = await putDocuments(index, documents, patience)
    const ids = documents.map(({ id }) => id)
    await fileRefused(index, ids, refused)
  }
  const parked = new Set(await parkedIds(index))
  const { documents } = await build(index, parked)
  log.warn({ engine: name, documents, parked: parked.size }, 'the search index is built but for some')
}

const parkedIds = async ({ em, name }: SearchIndex): Promise<string[]> =>
  (await readParked(em, name)).map(({ id }) => id)

async function build(index: SearchIndex, left: ReadonlySet<string>): Promise<{ documents: number }> {
  let unread: unknown = null
  async function* rows(): AsyncGenerator<SearchDocument[]> {
    try {
      for await (const documents of everyDocument(index.em)) {
        index.assertMayWrite()
        yield documents.filter(({ id }) => !left.has(id))
      }
      index.assertMayWrite()
    } catch (error) {
      unread = error
      throw error
    }
  }
  try {
    const built = await index.engine.rebuild(rows())
    await warmUp(index)
    return built
  } catch (error) {
    if (unread === null) throw error
    throw new RowsUnread('The rows for the search index could not be read', { cause: unread })
  }
}
