import type { SearchDocument } from '../src/documents.ts'
import type { FacetKey, SearchFilter, SearchRequest, SearchResult } from '../src/engine.ts'

/**
 * What an engine must answer without words, worked out the slow and obvious way; and to words that stand
 * nowhere: then only what they are said to mean is found.
 */
export function referenceAnswer(
  documents: readonly SearchDocument[],
  request: SearchRequest,
): Pick<SearchResult, 'total' | 'facets'> & { ids: string[] } {
  const found = documents.filter(document => passes(document, request))
  const sorted = found.toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
  return {
    ids: sorted.slice(request.offset, request.offset + request.limit).map(({ id }) => id),
    total: found.length,
    facets: request.facets.map(key => ({ key, values: countsOf(key, documents, request) })),
  }
}

function countsOf(key: FacetKey, documents: readonly SearchDocument[], request: SearchRequest) {
  const counts = new Map<string, number>()
  for (const document of documents.filter(one => passes(one, withoutFilterOf(key, request)))) {
    for (const value of valuesOf(key, document, request.on)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function withoutFilterOf(key: FacetKey, request: SearchRequest): SearchRequest {
  if (key === 'type') return { ...request, types: [] }
  const names = {
    certification: 'certifications',
    category: 'categories',
    region: 'regions',
    deliveryRecord: 'hasDeliveryRecord',
  } as const satisfies Record<typeof key, keyof SearchFilter>
  return { ...request, filter: { ...request.filter, [names[key]]: undefined } }
}

function valuesOf(key: FacetKey, document: SearchDocument, on: string): Set<string> {
  const values: Record<FacetKey, string[]> = {
    type: [document.type],
    certification: validKinds(document, on),
    category: document.categoryCodes.map(code => code.slice(0, 2)),
    region: document.regionCode === null ? [] : [document.regionCode.slice(0, 2)],
    deliveryRecord: [String(document.hasDeliveryRecord)],
  }
  return new Set(values[key])
}

function passes(document: SearchDocument, request: SearchRequest): boolean {
  const { types, filter, on, ids, words, orCategories = [] } = request
  const { categories, certifications, regions, price, leadDaysMax, hasDeliveryRecord } = filter
  const isPriced = price?.min !== undefined || price?.max !== undefined
  return [
    words === '' || liesIn(document, orCategories),
    ids === undefined || ids.includes(document.id),
    types.length === 0 || types.includes(document.type),
    !categories?.length || liesIn(document, categories),
    !regions?.length || regions.some(prefix => document.regionCode?.startsWith(prefix) ?? false),
    !certifications?.length || certifications.some(kind => validKinds(document, on).includes(kind)),
    hasDeliveryRecord === undefined || document.hasDeliveryRecord === hasDeliveryRecord,
    leadDaysMax === undefined || (document.leadDays !== null && document.leadDays <= leadDaysMax),
    !isPriced || (document.price !== null && isWithin(document.price, price)),
  ].every(Boolean)
}

const liesIn = ({ categoryCodes }: SearchDocument, prefixes: readonly string[]): boolean =>
  prefixes.some(prefix => categoryCodes.some(code => code.startsWith(prefix)))

/** What must not be found although it holds the words: all of it lies under a prefix, and its name says nothing of them. */
export function isUnmeant({ categoryCodes, name }: SearchDocument, request: SearchRequest): boolean {
  const { words, notCategories = [] } = request
  const isWhollyUnder = (prefix: string) => categoryCodes.every(code => code.startsWith(prefix))
  return (
    categoryCodes.length > 0 && notCategories.some(isWhollyUnder) && !name.replaceAll(' ', '').includes(words)
  )
}

function isWithin(
  won: number,
  { min = -Infinity, max = Infinity }: { min?: number; max?: number } = {},
): boolean {
  return won >= min && won <= max
}

function validKinds({ certifications }: SearchDocument, on: string): string[] {
  return certifications
    .filter(({ from, until }) => (from === null || from <= on) && (until === null || until >= on))
    .map(({ kind }) => kind)
}
