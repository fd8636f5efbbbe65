import type { Hit, MultiSearchResult } from 'meilisearch'
import type { FacetCount, FacetKey, MatchReason, SearchHit, SearchRequest, SearchResult } from '../engine.ts'
import { hangulOf } from '../korean/keystrokes.ts'
import { readingsOf } from '../korean/readings.ts'
import { wordsOf } from '../korean/words.ts'
import type { IndexedDocument } from './indexed-document.ts'
import { pageAround } from './pages.ts'
import type { Query, Wording } from './queries.ts'

export type Shown = Pick<IndexedDocument, 'id' | 'type' | 'name' | 'enterpriseName' | 'categoryNames'>

export interface Answered {
  query: Query
  result: MultiSearchResult<Shown>
}

/** Puts the answers to the queries of one request together. */
export function resultOf(
  request: SearchRequest,
  wording: Wording,
  answered: readonly Answered[],
): SearchResult {
  const page = answered.find(({ query }) => query.says === 'page')?.result
  const { from } = pageAround(request.offset, request.limit)
  const hits = (page?.hits ?? [])
    .slice(from, from + request.limit)
    .map(hit => hitOf(hit, wording, request.words))
  return {
    hits,
    total: page?.totalHits ?? 0,
    facets: request.facets.map(key => ({ key, values: valuesOf(key, answered) })),
    correction: correctionOf(hits[0]?.reason, wording, request.words),
  }
}

/** Kinds among the documents found; some may be new to us. */
export function kindsIn(answered: readonly Answered[]): string[] {
  const result = answered.find(({ query }) => query.says === 'kinds')?.result
  return Object.keys(result?.facetDistribution?.certificationKinds ?? {})
}

function valuesOf(key: FacetKey, answered: readonly Answered[]): FacetCount[] {
  const counts = answered.flatMap(({ query, result }): FacetCount[] => {
    if (query.says === 'kind' && key === 'certification')
      return [{ value: query.kind, count: result.totalHits ?? 0 }]
    if (query.says !== 'facet' || query.key !== key) return []
    const distribution = Object.entries(result.facetDistribution?.[query.attribute] ?? {})
    return distribution.map(([value, count]) => ({ value, count }))
  })
  return counts
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function hitOf(hit: Hit<Shown>, wording: Wording, typed: string): SearchHit {
  const { id, type, _rankingScore: score = 0 } = hit
  return { id, type, score, reason: reasonOf(hit, wording, typed) }
}

function reasonOf(hit: Hit<Shown>, { manner }: Wording, typed: string): MatchReason {
  if (manner === 'blank') return 'literal'
  if (manner === 'initials' || manner === 'particle') return manner
  const { _rankingScoreDetails: details } = hit
  if ((details?.typo?.typoCount ?? 0) > 0) return 'typo'

  const words = wordsOf(typed)
  const texts = [hit.name, hit.enterpriseName, ...hit.categoryNames].map(text => wordsOf(text).join(' '))
  if (texts.some(text => text.includes(words.join(' ')))) return 'literal'
  if (texts.some(text => text.replaceAll(' ', '').includes(words.join('')))) return 'spacing'
  return manner === 'exact' || shownByKoreanKeyboard(typed) === undefined ? 'literal' : 'layout'
}

function correctionOf(reason: MatchReason | undefined, wording: Wording, typed: string): string | null {
  if (reason === 'particle') return wording.words.join(' ')
  if (reason === 'layout') return shownByKoreanKeyboard(typed) ?? hangulOf(typed)
  // What Meilisearch took a misspelt word for, it does not say.
  return null
}

function shownByKoreanKeyboard(typed: string): string | undefined {
  return readingsOf(typed)
    .find(({ kind }) => kind === 'layout')
    ?.words.join(' ')
}
