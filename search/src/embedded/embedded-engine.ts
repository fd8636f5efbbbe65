import { on, once } from 'node:events'
import { MessageChannel, Worker, type MessagePort, type Transferable } from 'node:worker_threads'
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
import type { Answer, Ask, CallName, Calls, FingerprintsMessage, RebuildMessage } from './messages.ts'

export interface EmbeddedEngineOptions {
  /** Most megabytes the heap of the thread may grow to; 100,000 documents take about 30, and twice that while rebuilt. */
  memoryMb?: number
}

/** The nearer the limit, the less garbage the runtime lets lie: a generous one costs memory at every size. */
const MEMORY_MB = 768
/** What a search needs for a moment fits into little. */
const YOUNG_GENERATION_MB = 8

/** The default engine: an index in memory, in a thread of its own. It starts empty; `rebuild` fills it. */
export async function startEmbeddedEngine(options: EmbeddedEngineOptions = {}): Promise<SearchEngine> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: {
      maxOldGenerationSizeMb: options.memoryMb ?? MEMORY_MB,
      maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
    },
  })
  await once(worker, 'online')
  return new EmbeddedEngine(worker)
}

interface Waiting {
  resolve: (answer: never) => void
  reject: (error: Error) => void
}

class EmbeddedEngine implements SearchEngine {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #stopped: Error | undefined

  constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (answer: Answer) => this.#settle(answer))
    worker.on('error', error => this.#stop(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => this.#stop(new Error('the search thread has ended')))
    // An engine nobody closes must not keep a command alive; while an answer is awaited it does.
    worker.unref()
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const [result] = await this.multiSearch([request])
    if (result === undefined) throw new Error('the search thread answered nothing')
    return result
  }

  multiSearch(requests: SearchRequest[]): Promise<SearchResult[]> {
    return this.#ask('multiSearch', requests)
  }

  suggest(request: SuggestRequest): Promise<Suggestion[]> {
    return this.#ask('suggest', request)
  }

  upsert(documents: SearchDocument[]): Promise<void> {
    return this.#ask('upsert', documents)
  }

  remove(ids: string[]): Promise<void> {
    return this.#ask('remove', ids)
  }

  async rebuild(batches: AsyncIterable<SearchDocument[]>): Promise<{ documents: number }> {
    const { port1, port2 } = new MessageChannel()
    const rebuilt = this.#ask('rebuild', port2, [port2])
    const [sent] = await Promise.allSettled([send(batches, port1, rebuilt)])
    port1.close()
    if (sent.status === 'rejected') {
      await rebuilt.catch(() => undefined)
      throw sent.reason
    }
    return rebuilt
  }

  async *fingerprints(): AsyncGenerator<Fingerprint[]> {
    const { port1, port2 } = new MessageChannel()
    const sent = this.#ask('fingerprints', port2, [port2])
    // Awaited below; until then nobody would hear of it.
    sent.catch(() => undefined)
    try {
      // Should the thread end, the port closes.
      for await (const message of on(port1, 'message', { close: ['close'] })) {
        const [fingerprints = []]: FingerprintsMessage[] = message
        if (fingerprints.length === 0) break
        yield fingerprints
      }
      await sent
    } finally {
      port1.close()
    }
  }

  health(): Promise<EngineHealth> {
    return this.#ask('health', null)
  }

  async close(): Promise<void> {
    this.#stop(new Error('the search engine is closed'))
    await this.#worker.terminate()
  }

  #ask<Name extends CallName>(
    name: Name,
    ask: Calls[Name]['ask'],
    transfer: Transferable[] = [],
  ): Promise<Calls[Name]['answer']> {
    if (this.#stopped !== undefined) return Promise.reject(this.#stopped)
    const number = this.#asked++
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject })
      this.#worker.ref()
      this.#worker.postMessage({ number, name, ask } satisfies Ask<Name>, transfer)
    })
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.number)
    this.#waiting.delete(answer.number)
    if (this.#waiting.size === 0) this.#worker.unref()
    if ('error' in answer) waiting?.reject(answer.error)
    // The number ties the answer to the call that was asked, and so to its type.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    else waiting?.resolve(answer.answer as never)
  }

  #stop(error: Error): void {
    this.#stopped ??= error
    for (const { reject } of this.#waiting.values()) reject(this.#stopped)
    this.#waiting.clear()
  }
}

/** Sends a batch whenever the worker asks for the next. */
async function send(
  batches: AsyncIterable<SearchDocument[]>,
  port: MessagePort,
  rebuilt: Promise<unknown>,
): Promise<void> {
  const asked = async () => {
    await Promise.race([once(port, 'message'), rebuilt])
  }
  try {
    await asked()
    for await (const batch of batches) {
      const next = asked()
      port.postMessage({ batch } satisfies RebuildMessage)
      await next
    }
    port.postMessage({ end: 'complete' } satisfies RebuildMessage)
    await rebuilt
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    port.postMessage({ end: 'failed', message } satisfies RebuildMessage)
    throw error
  }
}
