import type { CombinedError } from '@urql/core'
import { explain } from '../api/refusals.ts'
import { t } from '../locales/desk-text.ts'

/** What could not be saved, why, and what to do; nothing typed is lost by it. */
export function saveFailure(error: CombinedError): string {
  const { key, reference } = explain(error)
  if (key === 'error.offline') return t('save.offline')
  const code = String(error.graphQLErrors[0]?.extensions['code'])
  if (code === 'UNAUTHENTICATED') return t('save.signInAgain')
  if (code === 'BAD_USER_INPUT') return t('save.badInput')
  if (code === 'WRONG_STATE' || code === 'CONFLICT') return t('save.wrongState')
  if (code === 'NOT_FOUND' || code === 'FORBIDDEN') return t('error.notFound')
  return reference === null ? t('save.failed') : t('save.failedWith', { reference })
}
