import type { EntityManager } from '@mikro-orm/postgresql'
import { startMeilisearchEngine, type SearchEngine } from '@panro/search'
import type { Logger } from 'pino'
import { readLedger } from '../../modules/audit/read-ledger.ts'
import { followEntries, stretch } from './follow-entries.ts'
import { takeLease, type Lease } from './lease.ts'
import { rebuild } from './rebuild.ts'
import { isReconcileDue, reconcile } from './reconcile.ts'
import type { SearchIndex } from './search-index.ts'

export interface MeilisearchServer {
  url: string
  masterKey: string | null
}

/** The lease on the shared index, and its place in the ledger. */
export const sharedIndex = 'search'

/** How often a quiet server is looked at: one that lost its data answers as if nothing had happened. */
const lookEveryMs = 5_000

export interface SessionOptions {
  em: EntityManager
  log: Logger
  clock: () => Date
  server: MeilisearchServer
}

/** From getting the lease to losing it, or to the first failure: then all begins anew. */
export class SharedSession {
  readonly #index: SearchIndex
  readonly #lease: Lease
  readonly #clock: () => Date
  #reconciledAt: Date | null = null
  #lookedAt = -Infinity

  constructor(index: SearchIndex, lease: Lease, clock: () => Date) {
    this.#index = index
    this.#lease = lease
    this.#clock = clock
  }

  /** One pass; true when there is more to do at once. */
  async pass(failures: number): Promise<boolean> {
    await this.#rebuildIfNeeded()
    const entries = await readLedger(this.#index.em, this.#lease.cursor, stretch)
    const last = entries.at(-1)
    if (last) {
      await followEntries(this.#index, entries, failures)
      await this.#lease.moveCursor({ tx: last.tx, id: last.id })
    } else if (isReconcileDue(this.#clock(), this.#reconciledAt)) {
      await reconcile(this.#index)
      this.#reconciledAt = this.#clock()
    }
    this.#lease.assertHeld()
    return entries.length === stretch
  }

  async end(): Promise<void> {
    this.#lease.release()
    await this.#index.engine.close()
  }

  async #rebuildIfNeeded(): Promise<void> {
    if (!this.#lease.isRebuildAsked && (await this.#isComplete())) return
    await this.#lease.moveCursor(await rebuild(this.#index))
    await this.#lease.rebuildDone()
    this.#reconciledAt = this.#clock()
  }

  async #isComplete(): Promise<boolean> {
    if (performance.now() - this.#lookedAt < lookEveryMs) return true
    const { isReady } = await this.#index.engine.health()
    if (isReady) this.#lookedAt = performance.now()
    return isReady
  }
}

/** Null while another process holds the lease. */
export async function beginSession({
  em,
  log,
  clock,
  server,
}: SessionOptions): Promise<SharedSession | null> {
  const lease = await takeLease(em, sharedIndex)
  if (lease === null) return null
  try {
    const engine = await connectForWriting(server)
    const assertMayWrite = () => lease.assertHeld()
    const index: SearchIndex = { name: 'meilisearch', engine, em, log, clock, assertMayWrite }
    log.info('this process keeps the index on Meilisearch in step')
    return new SharedSession(index, lease, clock)
  } catch (error) {
    lease.release()
    throw error
  }
}

const connectForWriting = ({ url, masterKey }: MeilisearchServer): Promise<SearchEngine> =>
  startMeilisearchEngine({ url, ...(masterKey === null ? {} : { masterKey }), requestTimeout: 30_000 })
