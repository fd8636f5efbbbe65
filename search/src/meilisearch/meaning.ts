import type { MultiSearchQuery } from 'meilisearch'
import type { FacetCount, SearchRequest, SearchResult } from '../engine.ts'
import { readingsOf } from '../korean/readings.ts'
import { wordsOf } from '../korean/words.ts'
import type { Shown } from './answers.ts'
import {
  isNoneOf,
  isOneOf,
  liesIn,
  liesNotWhollyIn,
  liesWhollyIn,
  type RestrictedRequest,
} from './filters.ts'
import { baseQuery, wordingsOf, type Wording } from './queries.ts'

/** The searches that a search by meaning is put together from. */
export interface Searches {
  /** By the words alone, with the wording that found something. */
  byWords(request: RestrictedRequest): Promise<{ result: SearchResult; wording: Wording }>
  /** Whatever passes the filters, the words left out. */
  withoutWords(request: RestrictedRequest): Promise<SearchResult>
  documents(queries: Omit<MultiSearchQuery, 'indexUid'>[]): Promise<Shown[]>
}

export const hasMeaning = ({ words, orCategories, notCategories }: SearchRequest): boolean =>
  words.trim() !== '' && ((orCategories?.length ?? 0) > 0 || (notCategories?.length ?? 0) > 0)

/**
 * What holds the words, but for what they do not mean; and below it what they mean besides. No query of
 * Meilisearch says "these words or that category", so it is two, and the second leaves out what the
 * first has found.
 */
export async function searchByMeaning(request: SearchRequest, searches: Searches): Promise<SearchResult> {
  const { orCategories = [], offset, limit } = request
  const restrictions = await withoutUnmeant(request, searches)
  const { result, wording } = await searches.byWords({ ...request, restrictions })
  if (orCategories.length === 0) return result

  const both = await heldAndMeant(wording, orCategories, searches)
  const besides = await searches.withoutWords({
    ...request,
    offset: Math.max(0, offset - result.total),
    limit: limit - result.hits.length,
    restrictions: [liesIn(orCategories), isNoneOf(both)],
  })
  return {
    ...result,
    hits: [...result.hits, ...besides.hits.map(hit => ({ ...hit, score: 0, reason: 'synonym' as const }))],
    total: result.total + besides.total,
    facets: result.facets.map(({ key, values }, place) => ({
      key,
      values: added(values, besides.facets[place]?.values ?? []),
    })),
  }
}

/** More names than this hold no word that anybody would call ambiguous. */
const MOST_NAMED = 1_000
/** Things of one category that hold the words, too; with more of them some would come twice. */
const MOST_HELD = 20_000

async function withoutUnmeant(
  { words, notCategories = [], orCategories = [] }: SearchRequest,
  searches: Searches,
): Promise<string[]> {
  if (notCategories.length === 0) return []
  const inName = wordingsOf(words)
    .filter(({ manner, q }) => manner !== 'initials' && q !== '')
    .map(wording => ({
      ...baseQuery(wording),
      attributesToSearchOn: ['kName'],
      filter: [liesWhollyIn(notCategories)],
      limit: MOST_NAMED,
    }))
  const documents = inName.length === 0 ? [] : await searches.documents(inName)
  const named = documents.filter(({ name }) => holds(name, words)).map(({ id }) => id)
  return [[liesNotWhollyIn(notCategories), isOneOf(named), liesIn(orCategories)].join(' OR ')]
}

/** Whether the name holds the whole words, spaces aside, in one of the ways they can be read. */
function holds(name: string, typed: string): boolean {
  const letters = wordsOf(name).join('')
  return readingsOf(typed).some(({ words }) => words.length > 0 && letters.includes(words.join('')))
}

async function heldAndMeant(
  wording: Wording,
  orCategories: readonly string[],
  searches: Searches,
): Promise<string[]> {
  if (wording.q === '') return []
  const query = { ...baseQuery(wording), filter: [liesIn(orCategories)], limit: MOST_HELD }
  return (await searches.documents([query])).map(({ id }) => id)
}

/** The documents of the two are different ones, so their counts add up. */
function added(some: readonly FacetCount[], others: readonly FacetCount[]): FacetCount[] {
  const counts = new Map<string, number>()
  for (const { value, count } of [...some, ...others]) counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
