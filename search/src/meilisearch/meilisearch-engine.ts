import { Meilisearch, type MultiSearchQuery } from 'meilisearch'
import type { SearchDocument } from '../documents.ts'
import type {
  EngineHealth,
  Fingerprint,
  SearchEngine,
  SearchRequest,
  SearchResult,
  SuggestRequest,
  Suggestion,
} from '../engine.ts'
import { kindsIn, resultOf, type Answered, type Shown } from './answers.ts'
import type { RestrictedRequest } from './filters.ts'
import { IndexStore } from './index-store.ts'
import { hasMeaning, searchByMeaning, type Searches } from './meaning.ts'
import { kindQueries, queriesFor, wordingsOf, type Query, type Wording } from './queries.ts'
import { rebuild } from './rebuild.ts'
import { suggestQueries, suggestionsOf } from './suggestions.ts'
import { Writes } from './writes.ts'

export interface MeilisearchEngineOptions {
  url: string
  masterKey?: string
  /** Begins the names of the indexes, so that several installations can share a server. */
  prefix?: string
  /** Milliseconds for a request. */
  requestTimeout?: number
  /** Milliseconds for a task from the queue to its end. */
  taskTimeout?: number
  /** Milliseconds between two looks at a task. */
  interval?: number
}

/** An engine on a Meilisearch server (1.31 or newer); what it holds outlives this process. */
export async function startMeilisearchEngine(options: MeilisearchEngineOptions): Promise<SearchEngine> {
  const {
    url,
    masterKey,
    prefix = 'panro',
    requestTimeout = 10_000,
    taskTimeout = 60_000,
    interval = 25,
  } = options
  const client = new Meilisearch({ host: url, apiKey: masterKey, timeout: requestTimeout })
  const store = new IndexStore(client, { taskTimeout, interval }, `${prefix}_notes`)
  const uid = `${prefix}_documents`
  await store.prepare(uid)
  return new MeilisearchEngine(client, store, uid)
}

/** With fewer answers than this a particle may have hidden them. */
const FEW = 3

class MeilisearchEngine implements SearchEngine {
  readonly #client: Meilisearch
  readonly #store: IndexStore
  readonly #uid: string
  readonly #writes: Writes
  /** Certification kinds met so far; they are counted one by one. */
  readonly #kinds = new Set<string>()
  readonly #searches: Searches = {
    byWords: async request => theNext((await this.#byWords([request])).values()),
    withoutWords: async request => theNext((await this.#ask([{ request, wording: BLANK }])).values()),
    documents: queries => this.#documents(queries),
  }

  constructor(client: Meilisearch, store: IndexStore, uid: string) {
    this.#client = client
    this.#store = store
    this.#uid = uid
    this.#writes = new Writes(store, uid)
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const [result] = await this.multiSearch([request])
    if (result === undefined) throw new Error('Meilisearch answered nothing')
    return result
  }

  async multiSearch(requests: SearchRequest[]): Promise<SearchResult[]> {
    const byMeaning = await Promise.all(
      requests.map(async request => (hasMeaning(request) ? searchByMeaning(request, this.#searches) : null)),
    )
    const byWords = (await this.#byWords(requests.filter(request => !hasMeaning(request)))).values()
    return byMeaning.map(result => result ?? theNext(byWords).result)
  }

  async suggest(request: SuggestRequest): Promise<Suggestion[]> {
    const [wording = NO_WORDS] = wordingsOf(request.words)
    if (wording.q === '') return []
    const { results } = await this.#client.multiSearch<{ queries: Query['query'][] }, Shown>({
      queries: suggestQueries(this.#uid, wording, request.limit),
    })
    return suggestionsOf(
      results.map(({ hits }) => hits),
      wording,
      request.limit,
    )
  }

  async upsert(documents: SearchDocument[]): Promise<void> {
    await this.#writes.upsert(documents)
  }

  async remove(ids: string[]): Promise<void> {
    await this.#writes.remove(ids)
  }

  rebuild(batches: AsyncIterable<SearchDocument[]>): Promise<{ documents: number }> {
    return rebuild(this.#store, this.#writes, this.#uid, batches)
  }

  fingerprints(): AsyncIterable<Fingerprint[]> {
    return this.#store.fingerprints(this.#uid)
  }

  async health(): Promise<EngineHealth> {
    if (!(await this.#client.isHealthy())) return { engine: 'meilisearch', isReady: false, documents: 0 }
    const note = await this.#store.note(this.#uid)
    const documents = await this.#store.documentCount(this.#uid)
    return { engine: 'meilisearch', isReady: note?.isComplete ?? false, documents }
  }

  async close(): Promise<void> {
    await this.#writes.settled()
  }

  async #byWords(requests: readonly RestrictedRequest[]): Promise<Found[]> {
    if (requests.length === 0) return []
    const asked = requests.map(request => {
      const [first, ...retries] = wordingsOf(request.words, request.exactly)
      return { request, wording: first ?? NO_WORDS, retries }
    })
    const results = (await this.#ask(asked)).values()
    return Promise.all(
      asked.map(async ({ request, wording, retries }) => {
        const found = { result: theNext(results), wording }
        return found.result.total < FEW ? this.#retry(request, retries, found) : found
      }),
    )
  }

  /** The first reading without particles that finds more than was found as typed. */
  async #retry(request: RestrictedRequest, wordings: readonly Wording[], asTyped: Found): Promise<Found> {
    for (const wording of wordings) {
      const [result] = await this.#ask([{ request, wording }])
      if (result !== undefined && result.total > asTyped.result.total) return { result, wording }
    }
    return asTyped
  }

  async #ask(asked: readonly { request: RestrictedRequest; wording: Wording }[]): Promise<SearchResult[]> {
    // As they are now: while the answer is on its way, another search may meet kinds that this one has not asked for.
    const known = new Set(this.#kinds)
    const queries = asked.map(({ request, wording }) => queriesFor(this.#uid, request, wording, known))
    const answered = await this.#send(queries)
    const missing = asked.map(({ request, wording }, place) => {
      const kinds = kindsIn(answered[place] ?? []).filter(kind => !known.has(kind))
      for (const kind of kinds) this.#kinds.add(kind)
      return kindQueries(this.#uid, request, wording, kinds)
    })
    const rest = missing.some(some => some.length > 0) ? await this.#send(missing) : []
    return asked.map(({ request, wording }, place) =>
      resultOf(request, wording, [...(answered[place] ?? []), ...(rest[place] ?? [])]),
    )
  }

  async #documents(queries: Omit<MultiSearchQuery, 'indexUid'>[]): Promise<Shown[]> {
    const { results } = await this.#client.multiSearch<{ queries: MultiSearchQuery[] }, Shown>({
      queries: queries.map(query => ({ indexUid: this.#uid, ...query })),
    })
    return results.flatMap(({ hits }) => hits)
  }

  /** Everything in one trip; the answers come back in the same lists. */
  async #send(lists: readonly (readonly Query[])[]): Promise<Answered[][]> {
    const queries = lists.flat()
    const { results } = await this.#client.multiSearch<{ queries: Query['query'][] }, Shown>({
      queries: queries.map(({ query }) => query),
    })
    let next = 0
    return lists.map(list =>
      list.map(query => {
        const result = results[next++]
        if (result === undefined) throw new Error('Meilisearch answered fewer queries than were asked')
        return { query, result }
      }),
    )
  }
}

const NO_WORDS: Wording = { manner: 'literal', words: [], q: '' }
const BLANK: Wording = { manner: 'blank', words: [], q: '' }

interface Found {
  result: SearchResult
  wording: Wording
}

/** Results come in the order asked, one for each. */
function theNext<Result>(results: Iterator<Result>): Result {
  const next = results.next()
  if (next.done === true) throw new Error('Meilisearch answered fewer searches than were asked')
  return next.value
}
