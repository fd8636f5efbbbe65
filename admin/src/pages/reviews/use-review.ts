import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core'
import { useClientHandle, useQuery } from '@urql/vue'
import { computed, ref } from 'vue'
import { readFragment } from '../../api/graphql.ts'
import { explain } from '../../api/refusals.ts'
import { t } from '../../locales/desk-text.ts'
import { say } from '../../shell/toasts.ts'
import { ReviewDetail, ReviewFields, ReviewItemFields } from './review.documents.ts'

/** What somebody else changed since the case was read, as the server tells it. */
export interface Change {
  field: string
  from: string | null
  to: string | null
  by: string | null
}

/** Which case, as it was seen. */
export interface Seen {
  id: string
  expectedVersion: number
}

/** One case: what it is, and how it is changed. Every change says which version was seen. */
export function useReview(id: () => string) {
  const { client } = useClientHandle()
  const { data, error, executeQuery } = useQuery({
    query: ReviewDetail,
    variables: computed(() => ({ id: id() })),
  })
  const detail = computed(() => data.value?.review ?? null)
  const review = computed(() => readFragment(ReviewFields, detail.value))
  const items = computed(() => review.value?.items.map(item => readFragment(ReviewItemFields, item)) ?? [])

  const isBusy = ref(false)
  let turn: Promise<unknown> = Promise.resolve()
  const overtaken = ref<readonly Change[]>([])
  /** Of our own last change, which the case may not have been read anew after. */
  const ownVersion = ref(0)

  /** False when it was refused; the sentence has been said then, and nothing typed is lost. */
  async function change<Variables extends AnyVariables>(
    document: TypedDocumentNode<object, Variables>,
    given: (seen: Seen) => Variables,
  ): Promise<boolean> {
    if (!review.value || isBusy.value) return false
    isBusy.value = true
    const { id: caseId, version } = review.value
    const seen = { id: caseId, expectedVersion: Math.max(version, ownVersion.value) }
    const { data: done, error: failure } = await client.mutation(document, given(seen))
    overtaken.value = failure ? changesIn(failure) : []
    if (!failure) {
      ownVersion.value = versionIn(done ?? {})
      await readAnew(ownVersion.value)
      isBusy.value = false
      return true
    }
    isBusy.value = false
    say(t(explain(failure).key), { tone: 'bad' })
    await executeQuery({ requestPolicy: 'network-only' })
    return false
  }

  /** Until what is shown is at least as new as our own change: what may be done next is judged by it. */
  async function readAnew(version: number) {
    if ((review.value?.version ?? version) < version) await executeQuery({ requestPolicy: 'network-only' })
  }

  return {
    detail,
    review,
    items,
    error,
    isKnown: computed(() => data.value !== undefined),
    isBusy,
    overtaken,
    change,
    /** After what was asked for before: whoever types faster than the line has to wait, not to type again. */
    inTurn: (work: () => unknown): Promise<unknown> => (turn = turn.then(work)),
    again: () => executeQuery({ requestPolicy: 'network-only' }),
  }
}

/** Every change answers with the version it has made. */
function versionIn(done: object): number {
  const [made]: unknown[] = Object.values(done)
  return typeof made === 'object' && made !== null && 'version' in made ? Number(made.version) : 0
}

function changesIn({ graphQLErrors }: CombinedError): Change[] {
  const found: unknown = graphQLErrors[0]?.extensions['changes']
  return Array.isArray(found) ? found.filter(isChange) : []
}

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && 'field' in value && 'from' in value && 'to' in value
