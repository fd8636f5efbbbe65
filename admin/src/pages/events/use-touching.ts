import type { CombinedError } from '@urql/core'
import { ref, shallowRef } from 'vue'
import { saveFailure } from '../../desk/save-failure.ts'
import { t } from '../../locales/events-text.ts'
import { say } from '../../shell/toasts.ts'
import { pastMeetings, touchedBy } from './stale-event.ts'

type Change = (isConfirmed: boolean) => Promise<CombinedError | undefined>

/** A change that may take meetings off their time: it says how many first, and goes on when that is wanted. */
export function useTouching() {
  const failure = ref<string>()
  /** What the server refused to take, by the name of the argument. */
  const wrongField = ref<string>()
  const waiting = shallowRef<{ change: Change; meetings: number; drafted: number }>()
  const isBusy = ref(false)

  async function run(change: Change, isConfirmed = false): Promise<boolean> {
    if (isBusy.value) return false
    isBusy.value = true
    failure.value = undefined
    wrongField.value = undefined
    const error = await change(isConfirmed)
    isBusy.value = false
    waiting.value = undefined
    if (!error) {
      say(t('setup.saved'))
      return true
    }
    const touched = touchedBy(error)
    if (touched) waiting.value = { change, ...touched }
    else refused(error)
    return false
  }

  function refused(error: CombinedError) {
    const past = pastMeetings(error)
    const { field, code } = error.graphQLErrors[0]?.extensions ?? {}
    failure.value = past === null ? saveFailure(error) : t('setup.past', { count: past })
    const isOfInput = code === 'BAD_USER_INPUT' || code === 'CONFLICT'
    if (isOfInput && typeof field === 'string') wrongField.value = field
  }

  const goOn = () => (waiting.value ? run(waiting.value.change, true) : Promise.resolve(false))
  const leave = () => (waiting.value = undefined)
  return { run, failure, wrongField, waiting, isBusy, goOn, leave }
}

export type Touching = ReturnType<typeof useTouching>
