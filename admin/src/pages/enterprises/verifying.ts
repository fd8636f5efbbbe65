import type { CombinedError } from '@urql/core'
import { computed, ref } from 'vue'
import { saveFailure } from '../../desk/save-failure.ts'
import { t } from '../../locales/desk-text.ts'
import { say } from '../../shell/toasts.ts'

/** What staff are about to say of something an enterprise has stated. */
export interface Look {
  id: string
  version: number
  name: string
  isConfirmed: boolean
}

type Save = (look: Look, how: string) => Promise<{ error?: CombinedError | undefined }>

/** The dialog between the button and the saying: whether it holds, and how that was found out. */
export function useLook(save: Save, changed: () => void) {
  const look = ref<Look>()
  const title = computed(() =>
    look.value
      ? t(look.value.isConfirmed ? 'verify.confirmOf' : 'verify.refuseOf', { name: look.value.name })
      : '',
  )
  const templates = computed(() =>
    look.value?.isConfirmed
      ? [t('verify.seen'), t('verify.issuerAsked')]
      : [t('verify.unreadable'), t('verify.different')],
  )

  const failure = ref<string>()
  function close() {
    look.value = undefined
    failure.value = undefined
  }

  async function send(how: string) {
    const asked = look.value
    if (!asked) return
    const { error } = await save(asked, how)
    // The dialog stays open, with what was typed.
    if (error) return void (failure.value = saveFailure(error))
    close()
    say(t('verify.done', { name: asked.name }))
    changed()
  }
  return { look, title, templates, failure, send, close }
}
