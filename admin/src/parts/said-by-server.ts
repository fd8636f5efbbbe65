import type { CombinedError } from '@urql/core'
import { saveFailure } from '../desk/save-failure.ts'

/** What the server says in the reader's own language, else our words for its code. */
export function saidByServer(error: CombinedError): string {
  const message = error.graphQLErrors[0]?.message ?? ''
  return /[가-힣]/.test(message) ? message : saveFailure(error)
}
