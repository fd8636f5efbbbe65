import type { CombinedError } from '@urql/core'

/** A field that somebody else has changed meanwhile: who, when, and what they made of it. */
export interface Overtaken {
  name: string
  by: string | null
  at: string
  stored: unknown
}

/** What the server calls otherwise than the form. */
const names: Readonly<Record<string, string>> = { categoryCode: 'category', kindCode: 'kind' }

/** The fields that a stale save would write over; null when the failure is of another kind. */
export function overtakenFields({ graphQLErrors }: CombinedError): Overtaken[] | null {
  const { code, conflicts } = graphQLErrors[0]?.extensions ?? {}
  if (code !== 'CONFLICT' || !Array.isArray(conflicts)) return null
  return conflicts.filter(isTouched).map(({ field, by, at, stored }) => ({
    ...{ name: names[field] ?? field, by: typeof by === 'string' ? by : null, at, stored },
  }))
}

const isTouched = (
  conflict: unknown,
): conflict is { field: string; by: unknown; at: string; stored: unknown } =>
  typeof conflict === 'object' &&
  conflict !== null &&
  'field' in conflict &&
  typeof conflict.field === 'string' &&
  'at' in conflict &&
  typeof conflict.at === 'string' &&
  'by' in conflict &&
  'stored' in conflict
