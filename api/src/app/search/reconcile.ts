import { contentHash, type DocumentType } from '@panro/search'
import { everyDocument } from '../../modules/catalogue/documents.ts'
import { readParked } from './parked.ts'
import { patience } from './put-documents.ts'
import { refresh } from './refresh.ts'
import type { SearchIndex } from './search-index.ts'

const everyMs = 10 * 60_000

export const isReconcileDue = (now: Date, last: Date | null): boolean =>
  last === null || now.getTime() - last.getTime() >= everyMs

interface Differences {
  /** Should be found and are not there. */
  missing: number
  /** Are there with another content. */
  stale: number
  /** Are there and should not be found. */
  ghosts: number
}

/**
 * 대조 — holds what the index says it has against the rows, and mends what differs. For what the ledger
 * cannot tell of: an engine restored from an old copy, a batch sent late by a process that hung, reference
 * data that came with a new version, a parked document that may be taken by now.
 */
export async function reconcile(index: SearchIndex): Promise<Differences> {
  const held = await fingerprintsOf(index)
  const differences = { missing: 0, stale: 0, ghosts: 0 }
  const differing = { enterprise: new Set<string>(), product: new Set<string>() }
  for await (const documents of everyDocument(index.em)) {
    for (const document of documents) {
      const fingerprint = held.get(document.id)
      held.delete(document.id)
      if (fingerprint?.hash === contentHash(document)) continue
      differences[fingerprint ? 'stale' : 'missing']++
      differing[document.type].add(document.id)
    }
  }
  for (const [id, { type }] of held) {
    differences.ghosts++
    differing[type].add(id)
  }
  for (const { id, type } of await readParked(index.em, index.name)) differing[type].add(id)
  // By reading the rows once more: whatever changed since they were compared is then right, too.
  await refresh(index, 'enterprise', [...differing.enterprise], patience)
  await refresh(index, 'product', [...differing.product], patience)
  if (differing.enterprise.size + differing.product.size > 0)
    index.log.warn(
      { engine: index.name, ...differences },
      'the search index differed from the rows and is mended',
    )
  return differences
}

async function fingerprintsOf({ engine }: SearchIndex) {
  const held = new Map<string, { type: DocumentType; hash: string }>()
  for await (const fingerprints of engine.fingerprints())
    for (const { id, type, hash } of fingerprints) held.set(id, { type, hash })
  return held
}
