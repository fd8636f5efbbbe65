import type { CombinedError } from '@urql/core'
import { onBeforeUnmount, onMounted, shallowRef } from 'vue'
import { keep, kept, whenKept } from './device-storage.ts'

const againMs = 5_000
/** As long as somebody may wait to hear whether it has arrived. */
const patienceMs = 4_000

/** What was done on this device; its key makes it one and the same, however often it is sent. */
export type Entry<Body> = Body & {
  entryKey: string
  /** When it was done, by the clock of the device. */
  at: number
  /** What the server said against it; it waits until somebody looks at it. */
  refused: Refused | null
}

interface Refused {
  code: string
  validUntil: string | null
}

interface Wiring<Body extends object, Answer> {
  /** Under which it is kept on the device. */
  key: string
  isBody: (stored: object) => stored is Body
  send: (entry: Entry<Body>) => Promise<{ data?: Answer | undefined; error?: CombinedError | undefined }>
  arrived: (answer: Answer, entry: Entry<Body>) => void
  /** Whether a later one corrects an earlier one, which the server has refused. */
  corrects: (later: Body, earlier: Body) => boolean
}

/** What became of an entry as far as is known: it has arrived, it waits, or the server will not have it. */
export type Fate = { entryKey: string } & (
  | { is: 'arrived' | 'waiting' }
  | { is: 'refused'; why: CombinedError }
)

/**
 * 보낼 것 — what waits to be sent, in the order it was done. It is kept on the device before it is sent, leaves when
 * the server has said yes, and is tried again when the network is back.
 */
export function useOutbox<Body extends object, Answer>(wiring: Wiring<Body, Answer>) {
  const { key, arrived, corrects } = wiring
  const recall = () => recalled(key, wiring.isBody)
  const entries = shallowRef<Entry<Body>[]>(recall())
  const lastSentAt = shallowRef<Date | null>(null)
  /** Whether the last try did not get through. */
  const isLost = shallowRef(false)
  const reasons = new Map<string, CombinedError>()
  let sending: Promise<void> | null = null

  async function put(body: Body): Promise<Fate> {
    const others = entries.value.filter(each => each.refused === null || !corrects(body, each))
    const entry = { ...body, entryKey: crypto.randomUUID(), at: Date.now(), refused: null }
    store([...others, entry])
    await Promise.race([sendAll(), new Promise(done => setTimeout(done, patienceMs))])
    return fateOf(entry.entryKey)
  }

  function fateOf(entryKey: string): Fate {
    const why = reasons.get(entryKey)
    if (why) return { entryKey, is: 'refused', why }
    return { entryKey, is: entries.value.some(each => each.entryKey === entryKey) ? 'waiting' : 'arrived' }
  }

  const sendAll = (): Promise<void> => (sending ??= sendWaiting().finally(() => (sending = null)))

  async function sendWaiting(): Promise<void> {
    for (let next = waiting(); next; next = waiting()) if (!(await sendOne(next))) return
  }

  const waiting = () => entries.value.find(({ refused }) => refused === null)

  /** False when there is no getting through now. */
  async function sendOne(entry: Entry<Body>): Promise<boolean> {
    const { data, error } = await wiring.send(entry)
    const extensions = error?.graphQLErrors[0]?.extensions
    const said = extensions?.['code']
    const code = typeof said === 'string' ? said : ''
    isLost.value = !data && (extensions === undefined || momentary.includes(code))
    if (data) {
      lastSentAt.value = new Date()
      drop(entry.entryKey)
      arrived(data, entry)
      return true
    }
    if (isLost.value || !error) return false
    const validUntil = extensions?.['validUntil']
    const refused = { code, validUntil: typeof validUntil === 'string' ? validUntil : null }
    reasons.set(entry.entryKey, error)
    store(entries.value.map(each => (each.entryKey === entry.entryKey ? { ...each, refused } : each)))
    return true
  }

  function store(changed: Entry<Body>[]) {
    entries.value = changed
    keep(key, JSON.stringify(changed))
  }

  const drop = (entryKey: string) => store(entries.value.filter(each => each.entryKey !== entryKey))

  whenKept(key, () => (entries.value = recall()))
  const timer = setInterval(() => void sendAll(), againMs)
  const online = () => void sendAll()
  onMounted(() => {
    addEventListener('online', online)
    void sendAll()
  })
  onBeforeUnmount(() => {
    removeEventListener('online', online)
    clearInterval(timer)
  })

  return {
    put,
    drop,
    entries,
    lastSentAt,
    isLost,
  }
}

/** How long ago it was done: devices agree about seconds, if not about the time of day. */
export const secondsSince = ({ at }: { at: number }): number =>
  Math.max(0, Math.round((Date.now() - at) / 1000))

/** Answers that say nothing against what was sent: a session that has ended meanwhile begins anew. */
const momentary = [
  'SERVICE_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
  'PERSISTED_QUERY_NOT_FOUND',
  'UNAUTHENTICATED',
]

function recalled<Body extends object>(key: string, isBody: Wiring<Body, never>['isBody']): Entry<Body>[] {
  try {
    const stored: unknown = JSON.parse(kept(key) ?? '[]')
    if (!Array.isArray(stored)) return []
    return stored.filter((entry): entry is Entry<Body> => isKept(entry) && isBody(entry))
  } catch (problem) {
    if (problem instanceof SyntaxError) return []
    throw problem
  }
}

const isKept = (entry: unknown): entry is Entry<object> =>
  typeof entry === 'object' && entry !== null && 'entryKey' in entry && 'at' in entry && 'refused' in entry
