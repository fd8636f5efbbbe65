import type { FacetKey, SearchRequest } from '../engine.ts'
import { GrowingUint32 } from './growing.ts'
import type { Segment } from './segment.ts'
import type { Facet } from './segment-facets.ts'
import { countValues } from './value-sets.ts'

export interface Counted {
  /** The documents that pass every filter, in the order they were given. */
  passing: Uint32Array
  counts: Map<FacetKey, Map<string, number>>
}

/**
 * Filters and counts. A document that fails nothing is a hit and counts in every facet; one that
 * fails the filter of a single facet counts in that facet only, which is exactly what that facet
 * would find without its own filter.
 */
export function filterAndCount(
  segment: Segment,
  documents: Uint32Array,
  facets: readonly Facet[],
  request: SearchRequest,
): Counted {
  const { passing, failingOnly } = sortOut(segment, documents, facets, request)
  const counts = new Map<FacetKey, Map<string, number>>()
  for (const [place, { key, values }] of facets.entries()) {
    if (!request.facets.includes(key)) continue
    counts.set(key, countValues(values, [passing, failingOnly[place]?.view() ?? NO_DOCUMENTS]))
  }
  return { passing, counts }
}

const NO_DOCUMENTS = new Uint32Array()
const NONE = -1
const SEVERAL = -2

/** Those that pass everything, and for each facet those that fail its filter and nothing else. */
function sortOut(
  segment: Segment,
  documents: Uint32Array,
  facets: readonly Facet[],
  request: SearchRequest,
): { passing: Uint32Array; failingOnly: GrowingUint32[] } {
  const failingOnly = facets.map(() => new GrowingUint32())
  const passing = new Uint32Array(documents.length)
  let passed = 0
  const isInRange = rangeFilter(segment, request)
  const filtering = facets.flatMap(({ passes }, place) => (passes ? [{ passes, place }] : []))
  for (const document of documents) {
    if (segment.dead[document] === 1) continue
    if (isInRange !== undefined && !isInRange(document)) continue
    const failing = failingFacet(filtering, document)
    if (failing === NONE) passing[passed++] = document
    else if (failing !== SEVERAL) failingOnly[failing]?.push(document)
  }
  return { passing: passing.subarray(0, passed), failingOnly }
}

interface Filtering {
  passes: (document: number) => boolean
  /** Of the facet in its list. */
  place: number
}

/** The one facet whose filter the document fails, or NONE, or SEVERAL. */
function failingFacet(filtering: readonly Filtering[], document: number): number {
  let failing = NONE
  for (const { passes, place } of filtering) {
    if (passes(document)) continue
    if (failing !== NONE) return SEVERAL
    failing = place
  }
  return failing
}

/** Undefined where no range is asked for. */
function rangeFilter({ columns }: Segment, { filter: { price, leadDaysMax } }: SearchRequest) {
  const isPriced = price?.min !== undefined || price?.max !== undefined
  if (!isPriced && leadDaysMax === undefined) return undefined
  const least = price?.min ?? -Infinity
  const most = price?.max ?? Infinity
  return (document: number): boolean => {
    const won = columns.price[document] ?? NaN
    const days = columns.leadDays[document] ?? NaN
    // A comparison with NaN is false: what is not stated is within no range.
    return (!isPriced || (won >= least && won <= most)) && (leadDaysMax === undefined || days <= leadDaysMax)
  }
}
