import type { OperationResult } from '@urql/core'
import { ref } from 'vue'

/** When the server last answered us: from then on it counts how long nobody is there. */
export const answeredAt = ref(Date.now())

/** Something was refused that takes a person: the page asks to sign in, and keeps what is typed. */
export const isSignInAsked = ref(false)

export function noteAnswer({ error, operation }: OperationResult) {
  if (error?.networkError && error.response === undefined) return
  answeredAt.value = Date.now()
  const isRefused = error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED')
  if (isRefused && operation.kind === 'mutation') isSignInAsked.value = true
}
