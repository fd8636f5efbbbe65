import type {
  EngineHealth,
  SearchEngine,
  SearchRequest,
  SearchResult,
  SuggestRequest,
  Suggestion,
} from '@panro/search'
import type { Logger } from 'pino'
import type { SearchReader } from '../../platform/context.ts'
import { repeat, type Repeating } from './repeat.ts'
import { warmUp } from './warm-up.ts'

interface Options {
  /** Connects to the usual engine; rejects while it is away. */
  connect: () => Promise<SearchEngine>
  /** Answers while the usual engine does not. */
  standIn: () => SearchEngine
  log: Logger
  clock: () => Date
}

/** So many failed answers in a row, and it is not asked any more until it has been seen well. */
const mostFailures = 3
const lookEveryMs = 2_000

/**
 * Searches by the usual engine; while that is away, or has not been filled yet, by the stand-in, and says
 * so. Whether it is back is found out beside the searches: nobody's search waits for a server that is away.
 */
export class SearchWithStandIn implements SearchReader {
  readonly #options: Options
  readonly #looking: Repeating
  #usual: SearchEngine | null = null
  #failures = 0

  constructor(options: Options) {
    this.#options = options
    this.#looking = repeat({
      pass: async () => {
        await this.#look()
        return false
      },
      // That it does not answer is what is being looked for; it has been said when it began.
      onFailure: () => {},
      pauseMs: lookEveryMs,
    })
  }

  get isDegraded(): boolean {
    return this.#usual === null
  }

  search(request: SearchRequest): Promise<SearchResult> {
    return this.#ask(
      usual => usual.search(request),
      async standIn => degraded(await standIn.search(request)),
    )
  }

  multiSearch(requests: SearchRequest[]): Promise<SearchResult[]> {
    return this.#ask(
      usual => usual.multiSearch(requests),
      async standIn => (await standIn.multiSearch(requests)).map(degraded),
    )
  }

  suggest(request: SuggestRequest): Promise<Suggestion[]> {
    return this.#ask(
      usual => usual.suggest(request),
      standIn => standIn.suggest(request),
    )
  }

  /** Of the engine that answers at present. */
  health(): Promise<EngineHealth> {
    return this.#ask(ready, standIn => standIn.health())
  }

  async close(): Promise<void> {
    await this.#looking.stop()
    await this.#usual?.close()
  }

  async #ask<Answer>(
    askUsual: (engine: SearchEngine) => Promise<Answer>,
    askStandIn: (engine: SearchEngine) => Promise<Answer>,
  ): Promise<Answer> {
    const usual = this.#usual
    if (usual === null) return askStandIn(this.#options.standIn())
    try {
      const answer = await askUsual(usual)
      this.#failures = 0
      return answer
    } catch (error) {
      this.#options.log.warn({ err: error }, 'Meilisearch did not answer a search; our own index did')
      if (++this.#failures >= mostFailures) this.#leave(usual)
      return askStandIn(this.#options.standIn())
    }
  }

  async #look(): Promise<void> {
    const engine = this.#usual ?? (await this.#options.connect())
    const isReady = await ready(engine).then(
      () => true,
      () => false,
    )
    if (!isReady) return this.#leave(engine)
    if (this.#usual !== null) return
    await warmUp({ ...this.#options, engine })
    this.#failures = 0
    this.#usual = engine
    this.#options.log.info('Meilisearch answers searches')
  }

  #leave(engine: SearchEngine): void {
    if (this.#usual === engine) this.#options.log.warn('Meilisearch is away: our own index answers searches')
    if (this.#usual === engine) this.#usual = null
    void engine.close()
  }
}

/** Its health, or a failure: an engine that is not ready gives no answers. */
async function ready(engine: SearchEngine): Promise<EngineHealth> {
  const health = await engine.health()
  if (!health.isReady) throw new Error('Meilisearch is away, or not filled yet')
  return health
}

const degraded = (result: SearchResult): SearchResult => ({ ...result, isDegraded: true })
