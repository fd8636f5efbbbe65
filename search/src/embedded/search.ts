import { cell32 } from './cells.ts'
import type { DocumentType } from '../documents.ts'
import type { FacetCount, FacetKey, SearchRequest, SearchResult } from '../engine.ts'
import { bestOf } from './best.ts'
import { groupAt } from './columns.ts'
import { filterAndCount } from './count.ts'
import { Explainer } from './explain.ts'
import { find, type Found } from './find.ts'
import type { LiveSegment } from './live-segment.ts'
import type { Segment } from './segment.ts'

interface Candidate {
  live: LiveSegment
  document: number
  score: number
  id: string
  weight: number
}

export function search(request: SearchRequest, segments: readonly LiveSegment[]): SearchResult {
  const isBlank = request.words.trim() === ''
  const found = isBlank ? NOTHING_TYPED : find(request, segments)
  const candidates: Candidate[] = []
  const counts = new Map<FacetKey, Map<string, number>>(request.facets.map(key => [key, new Map()]))
  let total = 0
  for (const live of segments) {
    const documents = foundIn(live, request, isBlank)
    const counted = filterAndCount(live.segment, documents, live.facets.for(request), request)
    total += counted.passing.length
    candidates.push(...bestCandidates(live, counted.passing, request, isBlank))
    addCounts(counts, counted.counts)
  }

  const sorted = candidates.toSorted(inOrder)
  const explainer = new Explainer(found, request.words)
  const [best] = sorted
  return {
    hits: sorted
      .slice(request.offset, request.offset + request.limit)
      .map(({ live, document, score, id }) => ({
        id,
        type: typeOf(live, document),
        score,
        reason: explainer.of(live, document).reason,
      })),
    total,
    facets: [...counts].map(([key, byValue]) => ({ key, values: mostFirst(byValue) })),
    correction: best === undefined ? null : explainer.of(best.live, best.document).correction,
  }
}

const NOTHING_TYPED: Found = { attempts: [], corrections: new Map() }

/** Of one segment, all that may be on the page; and at least the best, which tells how the words were read. */
function bestCandidates(
  live: LiveSegment,
  passing: Uint32Array,
  { offset, limit }: SearchRequest,
  isBlank: boolean,
): Candidate[] {
  const { segment, matcher } = live
  const most = Math.max(1, offset + limit)
  const scoreOf = isBlank ? () => 0 : (document: number) => matcher.scores.of(document)
  // Without words every document is as good as another, and they are numbered in the order wanted.
  const best = isBlank ? passing.subarray(0, most) : bestOf(passing, scoreOf, most)
  return Array.from(best, document => ({
    live,
    document,
    score: scoreOf(document),
    id: segment.ids[document] ?? '',
    weight: segment.weights[document] ?? 0,
  }))
}

function foundIn({ segment, matcher }: LiveSegment, { ids }: SearchRequest, isBlank: boolean): Uint32Array {
  if (ids === undefined) return isBlank ? everyDocument(segment) : matcher.scores.found()
  const asked = new Set(ids.flatMap(id => segment.numberOf.get(id) ?? []))
  // As everywhere without words, in the order of their numbers.
  return Uint32Array.from(asked)
    .sort()
    .filter(document => isBlank || matcher.scores.of(document) > 0)
}

function everyDocument({ ids }: Segment): Uint32Array {
  return new Uint32Array(ids.length).map((_, document) => document)
}

/** Better first; then heavier; then by id, so that equal ones stand in the same order on every page. */
function inOrder(a: Candidate, b: Candidate): number {
  return b.score - a.score || b.weight - a.weight || (a.id < b.id ? -1 : 1)
}

function typeOf({ segment }: LiveSegment, document: number): DocumentType {
  const { type } = segment.columns
  return groupAt(type, cell32(type.groupOf, document)) === 'enterprise' ? 'enterprise' : 'product'
}

function addCounts(
  sum: Map<FacetKey, Map<string, number>>,
  more: ReadonlyMap<FacetKey, ReadonlyMap<string, number>>,
): void {
  for (const [key, byValue] of more) {
    const values = sum.get(key)
    for (const [value, count] of byValue) values?.set(value, (values.get(value) ?? 0) + count)
  }
}

function mostFirst(byValue: ReadonlyMap<string, number>): FacetCount[] {
  return [...byValue]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
