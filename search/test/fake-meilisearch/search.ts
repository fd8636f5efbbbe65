import type { GranularFilterableAttribute, MultiSearchQuery, Settings } from 'meilisearch'
import { parseFilter, valuesAt } from './filter.ts'
import { byRules, match, type Match } from './match.ts'

export type Stored = Record<string, unknown> & { id: string }

const KNOWN = new Set([
  'indexUid',
  'q',
  'filter',
  'facets',
  'page',
  'hitsPerPage',
  'limit',
  'sort',
  'matchingStrategy',
  'attributesToSearchOn',
  'showRankingScore',
  'showRankingScoreDetails',
])

/** Answers one query as the server does; throws where it would answer 400. */
export function search(documents: Iterable<Stored>, settings: Settings, query: MultiSearchQuery) {
  refuseUnknown(query, settings)
  const passes = [query.filter ?? []]
    .flat(2)
    .map(filter => parseFilter(filter, name => isFilterable(name, settings)))
  const found: { document: Stored; match: Match }[] = []
  for (const document of documents) {
    if (!passes.every(pass => pass(document))) continue
    const matched = match(document, query.q ?? '', settings, query.attributesToSearchOn ?? undefined)
    if (matched !== undefined) found.push({ document, match: matched })
  }
  found.sort((a, b) => byRules(a.match, b.match) || bySort(a.document, b.document))
  return {
    indexUid: query.indexUid,
    query: query.q ?? '',
    processingTimeMs: 0,
    ...page(found, query, settings),
    ...(query.facets ? { facetDistribution: distribution(found, query.facets) } : {}),
  }
}

function page(
  found: readonly { document: Stored; match: Match }[],
  query: MultiSearchQuery,
  settings: Settings,
) {
  const reachable = found.slice(0, settings.pagination?.maxTotalHits ?? 1_000)
  if (query.page === undefined) {
    const hits = reachable.slice(0, query.limit ?? 20).map(one => hit(one, settings))
    return { hits, limit: query.limit ?? 20, offset: 0, estimatedTotalHits: reachable.length }
  }
  const hitsPerPage = query.hitsPerPage ?? 20
  const from = (query.page - 1) * hitsPerPage
  return {
    hits: reachable.slice(from, from + hitsPerPage).map(one => hit(one, settings)),
    page: query.page,
    hitsPerPage,
    totalHits: reachable.length,
    totalPages: hitsPerPage === 0 ? 0 : Math.ceil(reachable.length / hitsPerPage),
  }
}

function hit({ document, match }: { document: Stored; match: Match }, { displayedAttributes }: Settings) {
  const shown = Object.entries(document).filter(([name]) => displayedAttributes?.includes(name) ?? true)
  return {
    ...Object.fromEntries(shown),
    _rankingScore: 1 / (1 + match.typoCount + match.inexactness / 10),
    _rankingScoreDetails: { typo: { order: 1, typoCount: match.typoCount, maxTypoCount: 2, score: 1 } },
  }
}

function distribution(found: readonly { document: Stored }[], facets: readonly string[]) {
  return Object.fromEntries(
    facets.map(facet => {
      const counts: Record<string, number> = {}
      for (const { document } of found) {
        for (const value of new Set(valuesAt(document, facet).map(String)))
          counts[value] = (counts[value] ?? 0) + 1
      }
      return [facet, counts]
    }),
  )
}

/** Heavier first, then by id: what the ranking rules and the sort of a search without words both ask for. */
function bySort(a: Stored, b: Stored): number {
  return Number(b.weight ?? 0) - Number(a.weight ?? 0) || (a.id < b.id ? -1 : 1)
}

function refuseUnknown(query: MultiSearchQuery, settings: Settings): void {
  const stranger = Object.keys(query).find(name => !KNOWN.has(name))
  if (stranger !== undefined) throw new Error(`Unknown field \`${stranger}\``)
  for (const name of query.attributesToSearchOn ?? []) {
    if (!settings.searchableAttributes?.includes(name))
      throw new Error(`Attribute \`${name}\` is not searchable.`)
  }
  for (const rule of query.sort ?? []) {
    const [name = ''] = rule.split(':')
    if (!settings.sortableAttributes?.includes(name))
      throw new Error(`Attribute \`${name}\` is not sortable.`)
  }
  for (const name of query.facets ?? []) {
    if (!isFilterable(name, settings)) throw new Error(`Attribute \`${name}\` is not filterable.`)
  }
}

function isFilterable(name: string, { filterableAttributes }: Settings): boolean {
  const patterns = (filterableAttributes ?? []).flatMap((rule: string | GranularFilterableAttribute) =>
    typeof rule === 'string' ? [rule] : rule.attributePatterns,
  )
  return patterns.some(pattern =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  )
}
