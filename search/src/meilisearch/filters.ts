import type { FacetKey, SearchRequest } from '../engine.ts'
import { certifiedFilter, NOTHING } from './certified-days.ts'

/** What a request restricts: by facet, and besides. All of them hold; each is one expression. */
export interface Filters {
  byFacet: Map<FacetKey, string>
  others: string[]
}

export function filtersOf({ types, filter, on }: SearchRequest): Filters {
  const { categories, certifications, regions, price, leadDaysMax, hasDeliveryRecord } = filter
  const byFacet = new Map<FacetKey, string>()
  if (types.length > 0) byFacet.set('type', anyOf('type', types))
  if (categories?.length) byFacet.set('category', anyOf('categories', categories))
  if (regions?.length) byFacet.set('region', anyOf('regions', regions))
  if (certifications?.length) {
    byFacet.set('certification', certifications.map(kind => certifiedFilter(kind, on)).join(' OR '))
  }
  if (hasDeliveryRecord !== undefined) {
    byFacet.set('deliveryRecord', anyOf('deliveryRecord', [String(hasDeliveryRecord)]))
  }
  return {
    byFacet,
    others: [
      ...comparison('price', '>=', price?.min),
      ...comparison('price', '<=', price?.max),
      ...comparison('leadDays', '<=', leadDaysMax),
    ],
  }
}

/** All filters but the facet's own. */
export function filtersBut({ byFacet, others }: Filters, facet: FacetKey | undefined): string[] {
  return [...others, ...[...byFacet].flatMap(([key, expression]) => (key === facet ? [] : [expression]))]
}

function anyOf(attribute: string, values: readonly string[]): string {
  const safe = values.filter(isPlain)
  return safe.length === 0 ? NOTHING : `${attribute} IN [${safe.map(value => `"${value}"`).join(', ')}]`
}

/** Types, codes and answers are plain words; anything else is nobody's value, and no part of a filter. */
function isPlain(value: string): boolean {
  return /^[A-Za-z0-9_]+$/.test(value)
}

function comparison(attribute: string, operator: '>=' | '<=', number: number | undefined): string[] {
  if (number === undefined) return []
  if (!Number.isFinite(number)) return Number.isNaN(number) ? [NOTHING] : []
  return [`${attribute} ${operator} ${number}`]
}
