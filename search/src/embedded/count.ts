import type { FacetKey, SearchRequest } from '../engine.ts'
import { at } from './groups.ts'
import { GrowingUint32 } from './growing.ts'
import type { Segment } from './segment.ts'
import type { Facet } from './segment-facets.ts'

export interface Counted {
  /** The documents that pass every filter, in the order they were given. */
  passing: GrowingUint32
  counts: Map<FacetKey, Map<string, number>>
}

/**
 * Filters and counts in one walk. A document that fails nothing is a hit and counts in every facet;
 * one that fails the filter of a single facet counts in that facet only, which is exactly what that
 * facet would find without its own filter.
 */
export function filterAndCount(
  segment: Segment,
  documents: Iterable<number>,
  facets: readonly Facet[],
  request: SearchRequest,
): Counted {
  const passing = new GrowingUint32()
  const asked = facets.map(facet =>
    request.facets.includes(facet.key) ? new FacetCounter(facet) : undefined,
  )
  const isInRange = rangeFilter(segment, request)
  for (const document of documents) {
    if (segment.dead[document] === 1 || !isInRange(document)) continue
    const failing = failingFacet(facets, document)
    if (failing === SEVERAL) continue
    if (failing !== NONE) {
      asked[failing]?.count(document)
      continue
    }
    passing.push(document)
    for (const counter of asked) counter?.count(document)
  }
  const counters = asked.filter(counter => counter !== undefined)
  return { passing, counts: new Map(counters.map(counter => [counter.key, counter.byValue()])) }
}

const NONE = -1
const SEVERAL = -2

/** The one facet whose filter the document fails, as a place in the list; or NONE, or SEVERAL. */
function failingFacet(facets: readonly Facet[], document: number): number {
  let failing = NONE
  for (let place = 0; place < facets.length; place++) {
    const facet = facets[place]
    if (facet?.passes === undefined || facet.passes(at(facet.groupOf, document))) continue
    if (failing !== NONE) return SEVERAL
    failing = place
  }
  return failing
}

function rangeFilter(
  { columns }: Segment,
  { filter: { price, leadDaysMax } }: SearchRequest,
): (document: number) => boolean {
  const isPriced = price?.min !== undefined || price?.max !== undefined
  if (!isPriced && leadDaysMax === undefined) return () => true
  const least = price?.min ?? -Infinity
  const most = price?.max ?? Infinity
  return document => {
    const won = columns.price[document] ?? NaN
    const days = columns.leadDays[document] ?? NaN
    // A comparison with NaN is false: what is not stated is within no range.
    return (!isPriced || (won >= least && won <= most)) && (leadDaysMax === undefined || days <= leadDaysMax)
  }
}

class FacetCounter {
  readonly #facet: Facet
  readonly #counts: Uint32Array
  readonly #met = new GrowingUint32()

  constructor(facet: Facet) {
    this.#facet = facet
    this.#counts = new Uint32Array(facet.groupCount)
  }

  get key(): FacetKey {
    return this.#facet.key
  }

  count(document: number): void {
    const group = at(this.#facet.groupOf, document)
    const before = at(this.#counts, group)
    if (before === 0) this.#met.push(group)
    this.#counts[group] = before + 1
  }

  byValue(): Map<string, number> {
    const byValue = new Map<string, number>()
    for (const group of this.#met.view()) {
      for (const value of this.#facet.valuesOf(group)) {
        byValue.set(value, (byValue.get(value) ?? 0) + at(this.#counts, group))
      }
    }
    return byValue
  }
}
