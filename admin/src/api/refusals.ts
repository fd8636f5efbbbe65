import type { CombinedError } from '@urql/core'
import type { MessageKey } from '../locales/text.ts'
import type { EnumOf } from './graphql.ts'

/** What a failed request says to a person: which text, and the number to quote when they ask for help. */
export interface Explained {
  key: MessageKey
  reference: string | null
}

type RefusalCode = EnumOf<'RefusalCode'>

/** One text per code; a code that a reader of the catalogue cannot cause is a fault of ours to them. */
const keys: ReadonlyMap<string, MessageKey> = new Map(
  Object.entries({
    BAD_USER_INPUT: 'error.badInput',
    NOT_FOUND: 'error.notFound',
    SERVICE_UNAVAILABLE: 'error.unavailable',
    UNAUTHENTICATED: 'error.signInFirst',
    SIGN_IN_REFUSED: 'error.signInRefused',
    TOO_MANY_TRIES: 'error.tooManyTries',
    FORBIDDEN: 'error.notFound',
    WRONG_STATE: 'error.unexpected',
    CONFLICT: 'error.conflict',
    PERSISTED_QUERY_NOT_FOUND: 'error.olderPage',
    BAD_REQUEST: 'error.unexpected',
    GRAPHQL_PARSE_FAILED: 'error.unexpected',
    GRAPHQL_VALIDATION_FAILED: 'error.unexpected',
    OPERATION_RESOLUTION_FAILURE: 'error.unexpected',
    INTERNAL_SERVER_ERROR: 'error.unexpected',
  } satisfies Record<RefusalCode, MessageKey>),
)

/** The one place where a failure becomes words. */
export function explain(error: CombinedError): Explained {
  if (error.networkError && error.response === undefined) return { key: 'error.offline', reference: null }
  const { code, requestId } = error.graphQLErrors[0]?.extensions ?? {}
  return {
    key: keys.get(String(code)) ?? 'error.unexpected',
    reference: typeof requestId === 'string' ? requestId : null,
  }
}
