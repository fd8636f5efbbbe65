import type { FacetKey, SearchRequest } from '../engine.ts'
import { certifiedFilter, NOTHING } from './certified-days.ts'

/** What a request restricts: by facet, and besides. All of them hold; each is one expression. */
export interface Filters {
  byFacet: Map<FacetKey, string>
  others: string[]
}

/** A request with what has been found out for it beforehand, as further filters. */
export interface RestrictedRequest extends SearchRequest {
  restrictions?: readonly string[]
}

export function filtersOf({ types, filter, on, ids, restrictions = [] }: RestrictedRequest): Filters {
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
      ...(ids === undefined ? [] : [isOneOf(ids)]),
      ...restrictions,
    ],
  }
}

/** All filters but the facet's own. */
export function filtersBut({ byFacet, others }: Filters, facet: FacetKey | undefined): string[] {
  return [...others, ...[...byFacet].flatMap(([key, expression]) => (key === facet ? [] : [expression]))]
}

export const isOneOf = (ids: readonly string[]): string => `id IN ${listOf(ids, isDocumentId)}`

export const isNoneOf = (ids: readonly string[]): string => `id NOT IN ${listOf(ids, isDocumentId)}`

export const liesIn = (prefixes: readonly string[]): string => anyOf('categories', prefixes)

export const liesWhollyIn = (prefixes: readonly string[]): string => anyOf('commonCategories', prefixes)

export const liesNotWhollyIn = (prefixes: readonly string[]): string =>
  `commonCategories NOT IN ${listOf(prefixes, isPlain)}`

function anyOf(attribute: string, values: readonly string[]): string {
  return values.some(isPlain) ? `${attribute} IN ${listOf(values, isPlain)}` : NOTHING
}

const listOf = (values: readonly string[], isSafe: (value: string) => boolean) =>
  `[${values
    .filter(isSafe)
    .map(value => `"${value}"`)
    .join(', ')}]`

/** Types, codes and answers are plain words; anything else is nobody's value, and no part of a filter. */
function isPlain(value: string): boolean {
  return /^[A-Za-z0-9_]+$/.test(value)
}

function isDocumentId(value: string): boolean {
  return /^[\w-]+$/.test(value)
}

function comparison(attribute: string, operator: '>=' | '<=', number: number | undefined): string[] {
  if (number === undefined) return []
  if (!Number.isFinite(number)) return Number.isNaN(number) ? [NOTHING] : []
  return [`${attribute} ${operator} ${number}`]
}
