import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core'
import { useClientHandle, useQuery } from '@urql/vue'
import { computed, onBeforeUnmount, ref, watch } from 'vue'
import type { EnumOf, ResultOf } from '../../api/graphql.ts'
import { explain } from '../../api/refusals.ts'
import { t } from '../../locales/desk-text.ts'
import { say } from '../../shell/toasts.ts'
import { ImportDetail } from './imports.documents.ts'

export type ImportData = NonNullable<ResultOf<typeof ImportDetail>['import']>
export type FoundImport = ReturnType<typeof useImport>

/** Often enough to see it move, seldom enough not to be felt. */
const askEveryMs = 700

/** One import: what it is, followed while the server works on it, and what is done to it. */
export function useImport(id: string) {
  const { client } = useClientHandle()
  const { data, error, executeQuery } = useQuery({ query: ImportDetail, variables: { id } })
  const run = computed(() => data.value?.import ?? null)
  const again = () => executeQuery({ requestPolicy: 'network-only' })
  const isWorking = computed(() => run.value?.state === 'CHECKING' || run.value?.state === 'APPLYING')

  let timer: ReturnType<typeof setTimeout> | undefined
  async function follow() {
    await again()
    timer = isWorking.value ? setTimeout(() => void follow(), askEveryMs) : undefined
  }
  watch(isWorking, now => {
    if (now && timer === undefined) timer = setTimeout(() => void follow(), askEveryMs)
  })
  onBeforeUnmount(() => clearTimeout(timer))

  const isBusy = ref(false)
  /** The data of the answer; null when it was refused: the sentence has been said then. */
  async function act<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data | null> {
    if (isBusy.value) return null
    isBusy.value = true
    const { data: done, error: failure } = await client.mutation(document, variables)
    await again()
    isBusy.value = false
    if (failure) say(sentenceOf(failure), { tone: 'bad' })
    return done ?? null
  }

  /** Why a step cannot be taken now; undefined: it can. */
  const reasonAgainst = (step: EnumOf<'ImportStep'>): string | undefined =>
    run.value?.allowedActions.find(action => action.step === step)?.reason ?? undefined

  const kindNames = computed(
    () => new Map(data.value?.certificationKinds.map(({ code, name }) => [code, name]) ?? []),
  )
  return { data, run, error, again, isWorking, isBusy, act, reasonAgainst, kindNames }
}

/** Refusals of imports are written for the officer; whatever else fails has a sentence of ours. */
function sentenceOf(failure: CombinedError): string {
  const said = failure.graphQLErrors[0]?.message ?? ''
  return /[가-힣]/.test(said) ? said : t(explain(failure).key)
}
