export type { CertifiedPeriod, DocumentType, SearchDocument } from './documents.ts'
export { contentHash } from './content-hash.ts'
export type {
  EngineHealth,
  FacetCount,
  FacetKey,
  Fingerprint,
  MatchReason,
  SearchEngine,
  SearchFilter,
  SearchHit,
  SearchRequest,
  SearchResult,
  SuggestRequest,
  Suggestion,
} from './engine.ts'
export { comparable, comparableReadings } from './korean/comparable.ts'
export type { Mark } from './marks/keyed-text.ts'
export { marksIn } from './marks/marks-in.ts'
export { startEmbeddedEngine, type EmbeddedEngineOptions } from './embedded/embedded-engine.ts'
export { startMeilisearchEngine, type MeilisearchEngineOptions } from './meilisearch/meilisearch-engine.ts'
