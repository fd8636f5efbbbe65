import type { MultiSearchQuery } from 'meilisearch'
import type { FacetKey } from '../engine.ts'
import { typedInitials } from '../korean/initials.ts'
import { keystrokesOf } from '../korean/keystrokes.ts'
import { readingsOf } from '../korean/readings.ts'
import { certifiedFilter, NOTHING } from './certified-days.ts'
import { filtersBut, filtersOf, type Filters, type RestrictedRequest } from './filters.ts'
import { lettersOf, typedInitialsForm } from './indexed-document.ts'
import { pageAround } from './pages.ts'

/** What is typed, as the index is asked for it. */
export interface Wording {
  manner: 'blank' | 'literal' | 'exact' | 'initials' | 'particle'
  /** The words the answer is for, as a person reads them. */
  words: readonly string[]
  q: string
}

/** A query of one request, and what its answer says. */
export type Query = { query: MultiSearchQuery } & (
  | { says: 'page' }
  | { says: 'facet'; key: FacetKey; attribute: string }
  | { says: 'kinds' }
  | { says: 'kind'; kind: string }
)

const ATTRIBUTE_OF_FACET: Partial<Record<FacetKey, string>> = {
  type: 'type',
  category: 'category',
  region: 'region',
  deliveryRecord: 'deliveryRecord',
}

/** As typed first; then, should that find little, without particles. */
export function wordingsOf(typed: string, exactly = false): Wording[] {
  if (typed.trim() === '') return [{ manner: 'blank', words: [], q: '' }]
  const readings = readingsOf(typed)
  if (exactly) {
    const words = readings[0]?.words ?? []
    return [{ manner: 'exact', words, q: words.map(lettersOf).join(' ') }]
  }
  const initials = typedInitials(readings[0]?.words ?? [])
  if (initials !== undefined)
    return [{ manner: 'initials', words: [initials], q: typedInitialsForm(initials) }]
  return readings
    .filter(({ kind }) => kind !== 'layout')
    .map(({ kind, words }) => ({
      manner: kind === 'particle' ? 'particle' : 'literal',
      words,
      q: words.map(keystrokesOf).join(' '),
    }))
}

/** All that one request asks of the index, to be sent in one trip. */
export function queriesFor(
  indexUid: string,
  request: RestrictedRequest,
  wording: Wording,
  kinds: Iterable<string>,
): Query[] {
  const filters = filtersOf(request)
  const base = { indexUid, ...baseQuery(wording) }
  const queries: Query[] = [pageQuery(base, request, wording, filters)]
  for (const key of request.facets) {
    const attribute = ATTRIBUTE_OF_FACET[key]
    if (attribute !== undefined)
      queries.push({ says: 'facet', key, attribute, query: counting(base, wording, filters, key, attribute) })
  }
  if (!request.facets.includes('certification')) return queries
  queries.push({
    says: 'kinds',
    query: counting(base, wording, filters, 'certification', 'certificationKinds'),
  })
  return [...queries, ...kindQueries(indexUid, request, wording, kinds)]
}

/** How many hold each kind on the day: one count each, for no field of the index can say "valid". */
export function kindQueries(
  indexUid: string,
  request: RestrictedRequest,
  wording: Wording,
  kinds: Iterable<string>,
): Query[] {
  const filters = filtersBut(filtersOf(request), 'certification')
  return Array.from(kinds, kind => ({
    says: 'kind',
    kind,
    query: {
      indexUid,
      ...baseQuery(wording),
      filter: withBase(wording, [...filters, certifiedFilter(kind, request.on)]),
      ...COUNT_ONLY,
    },
  }))
}

const COUNT_ONLY = { page: 1, hitsPerPage: 0 }

const WORDS = ['kName', 'kEnterprise', 'kCategory', 'kDescription']
const ATTRIBUTES = { literal: WORDS, particle: WORDS, initials: ['kInitials'], exact: ['kLetters'] }

/** The words, as the index is asked for them. */
export function baseQuery(wording: Wording): Omit<MultiSearchQuery, 'indexUid'> {
  return {
    q: wording.q,
    matchingStrategy: 'all',
    ...(wording.manner === 'blank' ? {} : { attributesToSearchOn: ATTRIBUTES[wording.manner] }),
  }
}

function pageQuery(
  base: MultiSearchQuery,
  request: RestrictedRequest,
  wording: Wording,
  filters: Filters,
): Query {
  const { page, hitsPerPage } = pageAround(request.offset, request.limit)
  return {
    says: 'page',
    query: {
      ...base,
      page,
      hitsPerPage,
      filter: withBase(wording, filtersBut(filters, undefined)),
      ...(wording.manner === 'blank' ? { sort: ['weight:desc', 'id:asc'] } : {}),
      showRankingScore: true,
      showRankingScoreDetails: true,
    },
  }
}

/** Disjunctive: the counts of a facet leave its own filter out. */
function counting(
  base: MultiSearchQuery,
  wording: Wording,
  filters: Filters,
  key: FacetKey,
  attribute: string,
): MultiSearchQuery {
  return { ...base, filter: withBase(wording, filtersBut(filters, key)), facets: [attribute], ...COUNT_ONLY }
}

/** Signs without a word (!!!) are not blank, and find nothing; to Meilisearch they would be the same. */
function withBase({ manner, q }: Wording, filters: string[]): string[] {
  return manner !== 'blank' && q === '' ? [...filters, NOTHING] : filters
}
