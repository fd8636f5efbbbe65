import { setTimeout } from 'node:timers/promises'
import type { MultiSearchQuery, Settings } from 'meilisearch'
import { isRecord } from './filter.ts'
import { search, type Stored } from './search.ts'

interface Index {
  documents: Map<string, Stored>
  settings: Settings
}

interface Task {
  uid: number
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed'
  error: { message: string; code: string; type: string; link: string } | null
}

interface Answer {
  status: number
  body?: unknown
}

/** What the server holds and does; every write is a task that is applied later, in order. */
export class Fake {
  /** Milliseconds a task stays in the queue. */
  taskDelay = 1
  /** Requests that changed settings, for the test of the fingerprint. */
  settingsWrites = 0
  readonly #indexes = new Map<string, Index>()
  readonly #tasks: Task[] = []
  #queue: Promise<unknown> = Promise.resolve()
  #failing: string[] = []
  #losing = 0
  #isStopped = false

  /** The next task will be taken on with 202 and then fail. */
  failNextTask(message: string): void {
    this.#failing.push(message)
  }

  /** The next answer to a write is cut off after the write was taken on. */
  loseNextAnswer(): void {
    this.#losing++
  }

  losesThisAnswer(method: string): boolean {
    if (method === 'GET' || this.#losing === 0) return false
    this.#losing--
    return true
  }

  get indexUids(): string[] {
    return [...this.#indexes.keys()]
  }

  stop(): void {
    this.#isStopped = true
  }

  answer(method: string, path: string, body: unknown, asked: URLSearchParams): Answer {
    const [root, uid = '', what, id] = path.split('/').slice(1)
    if (root === 'health') return { status: 200, body: { status: 'available' } }
    if (root === 'tasks') return this.#task(Number(uid))
    if (root === 'multi-search') return this.#multiSearch(body)
    if (root === 'swap-indexes') return this.#enqueue(() => this.#swap(body))
    if (root !== 'indexes') return notFound(`no route ${path}`)
    if (uid === '') return method === 'POST' ? this.#createIndex(body) : this.#listIndexes()
    if (method === 'DELETE') return this.#enqueue(() => this.#deleteIndex(uid))
    if (what === 'settings') return this.#writeSettings(uid, body)
    if (what === 'documents' && method === 'POST')
      return this.#enqueue(() => this.#writeDocuments(uid, id, body))

    const index = this.#indexes.get(uid)
    if (index === undefined) return notFound(`Index \`${uid}\` not found.`)
    if (what === 'stats') return { status: 200, body: { numberOfDocuments: index.documents.size } }
    if (what === undefined) return { status: 200, body: { uid, primaryKey: 'id' } }
    if (id === undefined) return listDocuments(index, asked)
    const document = index.documents.get(decodeURIComponent(id))
    return document === undefined
      ? notFound(`Document \`${id}\` not found.`)
      : { status: 200, body: document }
  }

  #enqueue(apply: () => void): Answer {
    const task: Task = { uid: this.#tasks.length, status: 'enqueued', error: null }
    this.#tasks.push(task)
    const failure = this.#failing.shift()
    this.#queue = this.#applyAfter(this.#queue, task, apply, failure)
    return { status: 202, body: { taskUid: task.uid, status: 'enqueued', indexUid: null, enqueuedAt: '' } }
  }

  async #applyAfter(
    before: Promise<unknown>,
    task: Task,
    apply: () => void,
    failure?: string,
  ): Promise<void> {
    await before
    await setTimeout(this.taskDelay)
    if (this.#isStopped) return
    try {
      if (failure !== undefined) throw new Error(failure)
      apply()
      task.status = 'succeeded'
    } catch (error) {
      task.status = 'failed'
      task.error = failed(error)
    }
  }

  #task(uid: number): Answer {
    const task = this.#tasks[uid]
    return task === undefined ? notFound(`Task \`${uid}\` not found.`) : { status: 200, body: task }
  }

  #createIndex(body: unknown): Answer {
    return this.#enqueue(() => {
      const uid = isRecord(body) ? String(body.uid) : ''
      if (this.#indexes.has(uid)) throw new Error(`Index \`${uid}\` already exists.`)
      this.#indexes.set(uid, { documents: new Map(), settings: {} })
    })
  }

  #listIndexes(): Answer {
    return { status: 200, body: { results: this.indexUids.map(uid => ({ uid })), total: this.#indexes.size } }
  }

  #deleteIndex(uid: string): void {
    if (!this.#indexes.delete(uid)) throw new Error(`Index \`${uid}\` not found.`)
  }

  #writeSettings(uid: string, body: unknown): Answer {
    this.settingsWrites++
    return this.#enqueue(() => {
      const index = this.#index(uid)
      index.settings = { ...index.settings, ...(isRecord(body) ? body : {}) }
    })
  }

  #writeDocuments(uid: string, action: string | undefined, body: unknown): void {
    const { documents } = this.#index(uid)
    for (const item of Array.isArray(body) ? body : []) {
      if (action === 'delete-batch') documents.delete(String(item))
      else if (isStored(item)) documents.set(item.id, item)
      else throw new Error('Document identifier `id` is missing or invalid.')
    }
  }

  #swap(body: unknown): void {
    for (const swap of Array.isArray(body) ? body : []) {
      const [one, other] = isRecord(swap) && Array.isArray(swap.indexes) ? swap.indexes.map(String) : []
      if (one === undefined || other === undefined) throw new Error('Two indexes are needed for a swap.')
      const [first, second] = [this.#index(one), this.#index(other)]
      this.#indexes.set(one, second)
      this.#indexes.set(other, first)
    }
  }

  #multiSearch(body: unknown): Answer {
    const queries = isRecord(body) && areQueries(body.queries) ? body.queries : []
    try {
      const results = queries.map(query => {
        const { documents, settings } = this.#index(query.indexUid)
        return search(documents.values(), settings, query)
      })
      return { status: 200, body: { results } }
    } catch (error) {
      return { status: 400, body: failed(error) }
    }
  }

  #index(uid: string): Index {
    const index = this.#indexes.get(uid)
    if (index === undefined) throw new Error(`Index \`${uid}\` not found.`)
    return index
  }
}

function listDocuments({ documents }: Index, asked: URLSearchParams): Answer {
  const offset = Number(asked.get('offset') ?? 0)
  const limit = Number(asked.get('limit') ?? 20)
  const fields = asked.get('fields')?.split(',') ?? ['*']
  const results = [...documents.values()].slice(offset, offset + limit).map(document => {
    const shown = Object.entries(document).filter(([name]) => fields.includes('*') || fields.includes(name))
    return Object.fromEntries(shown)
  })
  return { status: 200, body: { results, offset, limit, total: documents.size } }
}

/** The server takes ids of letters, figures, - and _ only. */
function isStored(item: unknown): item is Stored {
  return isRecord(item) && typeof item.id === 'string' && /^[\w-]{1,511}$/.test(item.id)
}

function areQueries(value: unknown): value is MultiSearchQuery[] {
  return Array.isArray(value) && value.every(query => isRecord(query) && typeof query.indexUid === 'string')
}

function notFound(message: string): Answer {
  return { status: 404, body: { message, code: 'not_found', type: 'invalid_request', link: '' } }
}

function failed(error: unknown) {
  const message = error instanceof Error ? error.message : String(error)
  return { message, code: 'invalid_request', type: 'invalid_request', link: '' }
}
