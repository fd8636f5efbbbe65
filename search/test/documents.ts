import type { SearchDocument } from '../src/documents.ts'
import type { FacetKey, SearchRequest } from '../src/engine.ts'

/** A product that nothing is known about, but what the test says. */
export function aDocument(id: string, said: Partial<SearchDocument> = {}): SearchDocument {
  return {
    id,
    type: 'product',
    name: '무명',
    enterpriseName: '',
    categoryCodes: [],
    categoryNames: [],
    certificationNames: [],
    certifications: [],
    regionCode: null,
    regionName: '',
    price: null,
    leadDays: null,
    hasDeliveryRecord: false,
    description: '',
    weight: 0,
    ...said,
  }
}

/** The first ten of everything, but what the test asks for. */
export function aRequest(asked: Partial<SearchRequest> = {}): SearchRequest {
  return { words: '', types: [], filter: {}, on: '2026-06-01', offset: 0, limit: 10, facets: [], ...asked }
}

export const ALL_FACETS: FacetKey[] = ['type', 'certification', 'category', 'region', 'deliveryRecord']

export async function* inBatches(
  documents: readonly SearchDocument[],
  size = 100,
): AsyncGenerator<SearchDocument[]> {
  for (let from = 0; from < documents.length; from += size) yield documents.slice(from, from + size)
}
