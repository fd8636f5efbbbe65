import { hash } from 'node:crypto'
import type { SearchDocument } from './documents.ts'

/** To be raised when anything derived from a document is derived otherwise: then all count as changed. */
const DERIVATION = 1

/** Two documents with the same hash say the same; in what order they list their categories says nothing. */
export function contentHash(document: SearchDocument): string {
  const said = [
    DERIVATION,
    document.id,
    document.type,
    document.name,
    document.enterpriseName,
    document.categoryCodes.toSorted(),
    document.categoryNames.toSorted(),
    document.certificationNames.toSorted(),
    document.certifications.map(({ kind, from, until }) => `${kind} ${from} ${until}`).sort(),
    document.regionCode,
    document.regionName,
    document.price,
    document.leadDays,
    document.hasDeliveryRecord,
    document.description,
    document.weight,
  ]
  return hash('sha1', JSON.stringify(said)).slice(0, 16)
}
