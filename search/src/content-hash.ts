import { hash } from 'node:crypto'
import type { SearchDocument } from './documents.ts'

/** To be raised when anything derived from a document is derived otherwise: then all count as changed. */
const DERIVATION = 1

/**
 * Two documents with the same hash say the same; in what order they list their categories says nothing.
 * Joined by hand: with JSON the hashes alone would be a tenth of what building an index takes.
 */
export function contentHash(document: SearchDocument): string {
  const said = [
    DERIVATION,
    document.id,
    document.type,
    document.name,
    document.enterpriseName,
    inAnyOrder(document.categoryCodes),
    inAnyOrder(document.categoryNames),
    inAnyOrder(document.certificationNames),
    inAnyOrder(document.certifications.map(({ kind, from, until }) => `${kind} ${from} ${until}`)),
    document.regionCode,
    document.regionName,
    document.price,
    document.leadDays,
    document.hasDeliveryRecord,
    document.description,
    document.weight,
  ]
  return hash('sha1', said.join('\u0000')).slice(0, 16)
}

function inAnyOrder(values: readonly string[]): string {
  return values.length > 1 ? values.toSorted().join('\u0001') : (values[0] ?? '')
}
