import type { SearchDocument } from '../documents.ts'
import type { IndexStore } from './index-store.ts'

/** Null: it was removed. */
export type Written = Map<string, SearchDocument | null>

/** Documents in one request to the server. */
export const BATCH = 1_000

/**
 * The order of writes. They go to the server one after the other; while a rebuild runs they are also
 * remembered, because what the rebuild read may be older.
 */
export class Writes {
  readonly #store: IndexStore
  readonly #uid: string
  #last: Promise<unknown> = Promise.resolve()
  #remembered: Written | undefined

  constructor(store: IndexStore, uid: string) {
    this.#store = store
    this.#uid = uid
  }

  upsert(documents: readonly SearchDocument[]): Promise<void> {
    return this.alone(async () => {
      for (const document of documents) this.#remembered?.set(document.id, document)
      for (let from = 0; from < documents.length; from += BATCH) {
        await this.#store.put(this.#uid, documents.slice(from, from + BATCH))
      }
    })
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.alone(async () => {
      for (const id of ids) this.#remembered?.set(id, null)
      await this.#store.drop(this.#uid, ids)
    })
  }

  /** Runs while no other write does. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }

  /** From here on, until `forget`, what is written is kept in the map. */
  remember(): Promise<Written> {
    return this.alone(async () => {
      this.#remembered = new Map()
      return this.#remembered
    })
  }

  forget(): void {
    this.#remembered = undefined
  }

  async settled(): Promise<void> {
    await this.#last
  }
}
