import { computed, ref } from 'vue'
import { t } from '../../locales/desk-text.ts'

/** What staff are about to say of something an enterprise has stated. */
export interface Look {
  id: string
  version: number
  name: string
  isConfirmed: boolean
}

/** The dialog between the button and the saying: whether it holds, and how that was found out. */
export function useLook() {
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
  return { look, title, templates }
}
