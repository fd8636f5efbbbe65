import { MeilisearchApiError, type Meilisearch } from 'meilisearch'
import type { SearchDocument } from '../documents.ts'
import type { Fingerprint } from '../engine.ts'
import { indexedDocument } from './indexed-document.ts'
import { FINGERPRINT, SETTINGS } from './settings.ts'
import { done, type Patience } from './tasks.ts'

/** What is known about an index, kept on the server beside it. */
interface Note {
  id: string
  /** Of the settings it was given. */
  fingerprint: string
  /** Whether a rebuild ever ended, so that it holds everything. */
  isComplete: boolean
}

const LISTED_AT_ONCE = 2_000

/** The indexes on the server: each work resolves once its task has succeeded. */
export class IndexStore {
  readonly #client: Meilisearch
  readonly #patience: Patience
  readonly #notesUid: string

  constructor(client: Meilisearch, patience: Patience, notesUid: string) {
    this.#client = client
    this.#patience = patience
    this.#notesUid = notesUid
  }

  /** Makes the index where it is missing, and gives it the settings where it has others. */
  async prepare(uid: string): Promise<void> {
    await this.#createIfMissing(this.#notesUid)
    const isNew = await this.#createIfMissing(uid)
    const note = await this.note(uid)
    // A note may outlive its index, and says nothing about the one that has taken its place.
    if (!isNew && note?.fingerprint === FINGERPRINT) return
    await this.#done(this.#client.index(uid).updateSettings(SETTINGS))
    // What it holds was derived for other settings: fields that these ask for may be missing.
    await this.writeNote({ id: uid, fingerprint: FINGERPRINT, isComplete: false })
  }

  /** An empty index with the settings. */
  async createForBuild(uid: string): Promise<void> {
    await this.#done(this.#client.createIndex(uid, { primaryKey: 'id' }))
    await this.#done(this.#client.index(uid).updateSettings(SETTINGS))
  }

  async put(uid: string, documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return
    await this.#done(
      this.#client.index(uid).addDocuments(documents.map(indexedDocument), { primaryKey: 'id' }),
    )
  }

  async drop(uid: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    await this.#done(this.#client.index(uid).deleteDocuments([...ids]))
  }

  /** The content and the settings of two indexes change places, in one step. */
  async swap(one: string, other: string): Promise<void> {
    await this.#done(this.#client.swapIndexes([{ indexes: [one, other], rename: false }]))
    await this.writeNote({ id: one, fingerprint: FINGERPRINT, isComplete: true })
  }

  async delete(uid: string): Promise<void> {
    await this.#done(this.#client.deleteIndex(uid))
  }

  /** Builds that were begun by somebody who did not live to end them. */
  async uidsBeginning(prefix: string): Promise<string[]> {
    const { results } = await this.#client.getRawIndexes({ limit: 1_000 })
    return results.map(({ uid }) => uid).filter(uid => uid.startsWith(prefix))
  }

  async note(uid: string): Promise<Note | undefined> {
    return absentAsUndefined(this.#client.index<Note>(this.#notesUid).getDocument(uid))
  }

  async writeNote(note: Note): Promise<void> {
    await this.#done(this.#client.index<Note>(this.#notesUid).addDocuments([note], { primaryKey: 'id' }))
  }

  async *fingerprints(uid: string): AsyncGenerator<Fingerprint[]> {
    const index = this.#client.index<Fingerprint>(uid)
    for (let offset = 0; ; offset += LISTED_AT_ONCE) {
      const fields: (keyof Fingerprint)[] = ['id', 'type', 'hash']
      const { results, total } = await index.getDocuments({ fields, limit: LISTED_AT_ONCE, offset })
      if (results.length > 0) yield results
      if (offset + LISTED_AT_ONCE >= total) return
    }
  }

  async documentCount(uid: string): Promise<number> {
    const { numberOfDocuments } = await this.#client.index(uid).getStats()
    return numberOfDocuments
  }

  async #createIfMissing(uid: string): Promise<boolean> {
    const index = await absentAsUndefined(this.#client.getRawIndex(uid))
    if (index === undefined) await this.#done(this.#client.createIndex(uid, { primaryKey: 'id' }))
    return index === undefined
  }

  #done(enqueued: Parameters<typeof done>[1]): Promise<void> {
    return done(this.#client, enqueued, this.#patience)
  }
}

async function absentAsUndefined<Found>(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.response.status === 404) return undefined
    throw error
  }
}
