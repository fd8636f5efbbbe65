import type { DocumentType } from '@panro/search'
import { loadDocuments } from '../../modules/catalogue/documents.ts'
import { park, unpark, type RefusedDocument } from './parked.ts'
import { putDocuments } from './put-documents.ts'
import type { SearchIndex } from './search-index.ts'

const batchSize = 1_000

/** Makes the index agree with the rows of these ids. `failures`: how often that has failed already. */
export async function refresh(
  index: SearchIndex,
  type: DocumentType,
  ids: readonly string[],
  failures: number,
): Promise<void> {
  for (let from = 0; from < ids.length; from += batchSize) {
    const some = ids.slice(from, from + batchSize)
    const documents = await loadDocuments(index.em, type, some)
    const refused = await putDocuments(index, documents, failures)
    const found = new Set(documents.map(({ id }) => id))
    index.assertMayWrite()
    await index.engine.remove(some.filter(id => !found.has(id)))
    await fileRefused(index, some, refused)
  }
}

/** Notes which were refused, and that all others are well. */
export async function fileRefused(
  { em, name, log }: SearchIndex,
  ids: readonly string[],
  refused: readonly RefusedDocument[],
): Promise<void> {
  const isRefused = new Set(refused.map(({ id }) => id))
  const well = ids.filter(id => !isRefused.has(id))
  await unpark(em, name, well)
  await park(em, name, refused)
  for (const { type, id, reason } of refused)
    log.error({ engine: name, type, id, reason }, 'a document is parked: the search engine refuses it')
}
