import type { MessagePort } from 'node:worker_threads'
import type { SearchDocument } from '../documents.ts'
import type {
  EngineHealth,
  Fingerprint,
  SearchRequest,
  SearchResult,
  SuggestRequest,
  Suggestion,
} from '../engine.ts'

/** What the engine may ask of its worker, and what it gets. */
export interface Calls {
  multiSearch: { ask: SearchRequest[]; answer: SearchResult[] }
  suggest: { ask: SuggestRequest; answer: Suggestion[] }
  upsert: { ask: SearchDocument[]; answer: void }
  remove: { ask: string[]; answer: void }
  /** The batches come through the port, each sent when the one before is in. */
  rebuild: { ask: MessagePort; answer: { documents: number } }
  /** They come through the port, an empty list last. */
  fingerprints: { ask: MessagePort; answer: void }
  health: { ask: null; answer: EngineHealth }
}

export type CallName = keyof Calls

export interface Ask<Name extends CallName = CallName> {
  number: number
  name: Name
  ask: Calls[Name]['ask']
}

export type Answer = { number: number; answer: unknown } | { number: number; error: Error }

/** Through the port for fingerprints, from the worker. */
export type FingerprintsMessage = Fingerprint[]

/** Through the port of a rebuild, towards the worker. */
export type RebuildMessage =
  | { batch: SearchDocument[] }
  | { end: 'complete' }
  | { end: 'failed'; message: string }
