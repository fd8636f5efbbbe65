import { t } from '../../locales/desk-text.ts'
import { isSignInAsked } from '../../api/activity.ts'

/** What became of a file: the import it has become, or why it was not taken; null: it was broken off. */
type Uploaded = { id: string } | { refusal: string } | null

export interface Upload {
  done: Promise<Uploaded>
  abort: () => void
}

/** Hands a list to the server as it is. Only the old request of browsers tells how much of it has gone. */
export function uploadList(
  about: Record<string, string>,
  file: File,
  onProgress: (part: number) => void,
): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<Uploaded>(resolve => {
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total)
    })
    request.addEventListener('load', () => resolve(answerOf(request)))
    request.addEventListener('error', () => resolve({ refusal: t('imports.uploadCut') }))
    request.addEventListener('abort', () => resolve(null))
    request.open('POST', `/admin/imports?${new URLSearchParams({ ...about, name: file.name }).toString()}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })
  return { done, abort: () => request.abort() }
}

function answerOf({ status, responseText }: XMLHttpRequest): Uploaded {
  if (status === 413) return { refusal: t('imports.uploadTooLarge') }
  if (status === 429) return { refusal: t('imports.uploadBusy') }
  if (status === 401) {
    isSignInAsked.value = true
    return { refusal: t('imports.uploadSignIn') }
  }
  const answer = parsed(responseText)
  if (status === 201 && 'id' in answer) return { id: String(answer.id) }
  // What is wrong with a file is said by the server, to the officer, in Korean.
  const said = messageIn(answer)
  return { refusal: said !== null && /[가-힣]/.test(said) ? said : t('imports.uploadFailed') }
}

function parsed(text: string): object {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null ? answer : {}
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem
    // A proxy in front answers in its own words.
    return {}
  }
}

function messageIn(answer: object): string | null {
  if (!('errors' in answer) || !Array.isArray(answer.errors)) return null
  const first: unknown = answer.errors[0]
  return typeof first === 'object' && first !== null && 'message' in first ? String(first.message) : null
}
