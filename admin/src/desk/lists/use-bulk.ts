import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core'
import { useClientHandle } from '@urql/vue'
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import { readFragment, type ResultOf } from '../../api/graphql.ts'
import { BulkProgress, RunFields, StartBulk, StopBulk, UndoBulk } from './lists.documents.ts'

type Run = ResultOf<typeof RunFields>

const everyMs = 300

/** One bulk run from its rehearsal to its end; the server goes on when nobody watches. */
export function useBulk() {
  const { client } = useClientHandle()
  const run = shallowRef<Run>()
  const failure = shallowRef<CombinedError>()
  const isUndoing = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function watch(id: string): Promise<void> {
    const { data, error } = await client.query(BulkProgress, { id }, { requestPolicy: 'network-only' })
    const found = readFragment(RunFields, data?.bulkRun)
    failure.value = error
    if (found) run.value = found
    // A connection that is gone for a moment is no reason to stop looking.
    if (error?.networkError || found?.state === 'CHECKING' || found?.state === 'RUNNING')
      timer = setTimeout(() => void watch(id), everyMs)
  }

  async function ask<Variables extends AnyVariables>(
    document: TypedDocumentNode<object, Variables>,
    variables: Variables,
  ): Promise<boolean> {
    const { data, error } = await client.mutation(document, variables)
    failure.value = error
    const [made]: unknown[] = Object.values(data ?? {})
    if (typeof made !== 'object' || made === null || !('id' in made)) return false
    clearTimeout(timer)
    await watch(String(made.id))
    return true
  }

  function forget() {
    clearTimeout(timer)
    run.value = undefined
    failure.value = undefined
    isUndoing.value = false
  }
  onBeforeUnmount(forget)

  const idOf = () => ({ id: run.value?.id ?? '' })
  return {
    run,
    failure,
    isUndoing,
    isWorking: computed(() => run.value?.state === 'CHECKING' || run.value?.state === 'RUNNING'),
    ask,
    start: () => ask(StartBulk, idOf()),
    stop: () => ask(StopBulk, idOf()),
    undo: async () => (isUndoing.value = await ask(UndoBulk, idOf())),
    forget,
  }
}
