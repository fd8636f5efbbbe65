import { computed, onBeforeUnmount, onMounted, ref } from 'vue'
import { client } from '../../api/client.ts'
import { readFragment, type VariablesOf } from '../../api/graphql.ts'
import { keep, kept, whenKept } from '../../device-storage.ts'
import type { EntryMeeting } from './entry-device.ts'
import { EntryMeetingFields, RecordOutcome } from './entry.documents.ts'

const boxKey = 'panro.entry.outbox'
const againMs = 5_000

type Variables = VariablesOf<typeof RecordOutcome>
export type OutcomeInput = Variables['outcome']

/** An outcome that was typed on this device; its key makes it one and the same, however often it is sent. */
export interface Entry {
  entryKey: string
  meetingId: string
  token: string
  outcome: OutcomeInput
  /** What the server said against it; it waits until somebody corrects it. */
  refused: { code: string; validUntil: string | null } | null
}

/**
 * 보낼 것 — what waits to be sent, in the order it was typed. It is kept on the device before it is sent, leaves when
 * the server has said yes, and is tried again when the network is back.
 */
export function useOutbox(arrived: (meeting: EntryMeeting) => void) {
  const entries = ref(recalled())
  const lastSentAt = ref<Date | null>(null)
  /** Whether the last try did not get through. */
  const isLost = ref(false)
  let isSending = false

  function put(entry: Omit<Entry, 'entryKey' | 'refused'>) {
    // What the server has refused is corrected by what comes after it.
    const others = entries.value.filter(each => each.refused === null || each.meetingId !== entry.meetingId)
    store([...others, { ...entry, entryKey: crypto.randomUUID(), refused: null }])
    void send()
  }

  async function send(): Promise<void> {
    if (isSending) return
    isSending = true
    try {
      for (let next = waiting(); next; next = waiting()) if (!(await sendOne(next))) return
    } finally {
      isSending = false
    }
  }

  const waiting = () => entries.value.find(({ refused }) => refused === null)

  /** False when there is no getting through now. */
  async function sendOne({ entryKey, meetingId, token, outcome }: Entry): Promise<boolean> {
    const entry = { entryKey, meetingId, token, outcome }
    const { data, error } = await client.mutation(RecordOutcome, entry)
    const extensions = error?.graphQLErrors[0]?.extensions
    const said = extensions?.['code']
    const code = typeof said === 'string' ? said : ''
    isLost.value = !data && (extensions === undefined || momentary.includes(code))
    if (data) {
      lastSentAt.value = new Date()
      store(entries.value.filter(({ entryKey }) => entryKey !== entry.entryKey))
      arrived(readFragment(EntryMeetingFields, data.recordOutcome))
      return true
    }
    if (isLost.value) return false
    const validUntil = extensions?.['validUntil']
    const refused = { code, validUntil: typeof validUntil === 'string' ? validUntil : null }
    store(entries.value.map(each => (each.entryKey === entry.entryKey ? { ...each, refused } : each)))
    return true
  }

  function store(changed: Entry[]) {
    entries.value = changed
    keep(boxKey, JSON.stringify(changed))
  }

  whenKept(boxKey, () => (entries.value = recalled()))
  const timer = setInterval(() => void send(), againMs)
  const online = () => void send()
  onMounted(() => {
    addEventListener('online', online)
    void send()
  })
  onBeforeUnmount(() => {
    removeEventListener('online', online)
    clearInterval(timer)
  })

  return {
    put,
    lastSentAt,
    isLost,
    waitingCount: computed(() => entries.value.length),
    /** The last that was typed about a meeting and has not arrived. */
    entryOf: (meetingId: string) => entries.value.findLast(entry => entry.meetingId === meetingId),
  }
}

/** Answers that say nothing against what was sent. */
const momentary = ['SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR', 'PERSISTED_QUERY_NOT_FOUND']

function recalled(): Entry[] {
  try {
    const stored: unknown = JSON.parse(kept(boxKey) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isEntry) : []
  } catch (problem) {
    if (problem instanceof SyntaxError) return []
    throw problem
  }
}

const isEntry = (entry: unknown): entry is Entry =>
  typeof entry === 'object' &&
  entry !== null &&
  'entryKey' in entry &&
  'meetingId' in entry &&
  'outcome' in entry
