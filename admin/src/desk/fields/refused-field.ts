import type { CombinedError } from '@urql/core'
import { t } from '../../locales/desk-text.ts'

/** Which field of a form a refusal is about, and what it says of it; null when it is about none. */
export function refusedField(error: CombinedError): { name: string; message: string } | null {
  const [first] = error.graphQLErrors
  const { code, field } = first?.extensions ?? {}
  if (code !== 'BAD_USER_INPUT' || typeof field !== 'string') return null
  const name = field.split('.').at(-1) ?? field
  const isKorean = /[가-힣]/.test(first?.message ?? '')
  return { name, message: isKorean ? (first?.message ?? '') : t('desk.wrongValue') }
}
