import type { DocumentType, SearchDocument } from './documents.ts'

/** The one contract both engines keep; `contract.ts` is its test suite. */
export interface SearchEngine {
  search(request: SearchRequest): Promise<SearchResult>
  /** Several searches in one trip; answers in the order asked. */
  multiSearch(requests: SearchRequest[]): Promise<SearchResult[]>
  /** Names and categories that begin with, or sound like, what has been typed so far. */
  suggest(request: SuggestRequest): Promise<Suggestion[]>
  /** Resolves when the documents can be found, not when they have been handed over. */
  upsert(documents: SearchDocument[]): Promise<void>
  /** Unknown ids are fine. */
  remove(ids: string[]): Promise<void>
  /** Builds a new index beside the live one, which answers throughout, then swaps. */
  rebuild(batches: AsyncIterable<SearchDocument[]>): Promise<{ documents: number }>
  /** What it holds, in pieces and in no order; to be held against what it should hold. */
  fingerprints(): AsyncIterable<Fingerprint[]>
  health(): Promise<EngineHealth>
  close(): Promise<void>
}

export interface SearchRequest {
  /** What the person typed; blank finds everything. */
  words: string
  /**
   * 입력한 그대로 — only what holds these very letters, spaces aside: no other reading of them (particles, 초성,
   * keyboard mode), no half-typed syllable, and nothing corrected.
   */
  exactly?: boolean
  types: readonly DocumentType[]
  filter: SearchFilter
  /** The day (Asia/Seoul, `YYYY-MM-DD`) on which certifications are judged. */
  on: string
  offset: number
  limit: number
  facets: readonly FacetKey[]
  /** Only among these documents. */
  ids?: readonly string[]
  /**
   * 동의어 — category code prefixes that the words stand for: what lies there is found as well, below
   * what holds the words as typed. Says nothing without words.
   */
  orCategories?: readonly string[]
  /**
   * 제외 분류 — category code prefixes that the words do not mean: what lies wholly under one of them is
   * left out, unless its name holds the words or a synonym brings it in. Says nothing without words.
   */
  notCategories?: readonly string[]
}

export interface SearchFilter {
  /** Category code prefixes of 2, 4, 6, 8 or 10 digits; any of them. */
  categories?: readonly string[]
  /** Certification kinds valid on the day; any of them. */
  certifications?: readonly string[]
  /** Region code prefixes (2 digits: 시도, 5: 시군구); any of them. */
  regions?: readonly string[]
  /** Won, both ends included; a product on quotation is not within any price. */
  price?: { min?: number; max?: number }
  /** At most this many days; not stated is not within. */
  leadDaysMax?: number
  hasDeliveryRecord?: boolean
}

/**
 * Disjunctive: the counts of a facet ignore that facet's own filter, so that a second value can be
 * added to the first. `category` counts 2-digit segments, `region` 시도.
 */
export type FacetKey = 'type' | 'certification' | 'category' | 'region' | 'deliveryRecord'

export interface FacetCount {
  value: string
  count: number
}

/** How a hit was found; shown to the person beside it. */
export type MatchReason = 'literal' | 'spacing' | 'particle' | 'layout' | 'initials' | 'synonym' | 'typo'

export interface SearchHit {
  id: string
  type: DocumentType
  /** Higher is better; comparable only within one answer. */
  score: number
  reason: MatchReason
}

export interface SearchResult {
  hits: SearchHit[]
  /** Exact, never an estimate. */
  total: number
  facets: { key: FacetKey; values: FacetCount[] }[]
  /** Set when the words as typed found nothing and these were searched instead. */
  correction: string | null
  /** Set when a stand-in answered because the usual engine is away. */
  isDegraded?: boolean
}

export interface SuggestRequest {
  words: string
  limit: number
}

export interface Suggestion {
  text: string
  kind: 'product' | 'enterprise' | 'category'
}

export interface Fingerprint {
  id: string
  type: DocumentType
  /** The `contentHash` of the document as it was when it was put in. */
  hash: string
}

export interface EngineHealth {
  engine: 'embedded' | 'meilisearch'
  isReady: boolean
  documents: number
}
