import type { CombinedError } from '@urql/core'
import { onBeforeUnmount, shallowRef, watch } from 'vue'
import { client } from '../../api/client.ts'
import type { EnumOf, ResultOf } from '../../api/graphql.ts'
import { Preview } from './templates.documents.ts'

const pauseMs = 300

/** How a mail in these words looks, asked for when the typing pauses; or why they cannot be sent. */
export function usePreview(kind: EnumOf<'NoticeKind'>, subject: () => string, body: () => string) {
  const preview = shallowRef<ResultOf<typeof Preview>['previewNotice']>(null)
  const error = shallowRef<CombinedError>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function ask() {
    const mine = ++asked
    const said = { kind, subject: subject(), body: body() }
    const answer = await client.query(Preview, said, { requestPolicy: 'network-only' })
    // An answer that comes late is not about what stands there now.
    if (mine !== asked) return
    error.value = answer.error
    preview.value = answer.data?.previewNotice ?? null
  }

  watch([subject, body], () => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), pauseMs)
  })
  onBeforeUnmount(() => clearTimeout(timer))
  void ask()
  return { preview, error }
}
