import type { CombinedError } from '@urql/core'

/** A field in which a stale save and what is stored differ. `at` is null where nobody has touched it since. */
export interface Conflict {
  field: string
  stored: string | null
  by: string | null
  at: string | null
}

/** Null when the failure is of another kind. */
export function profileStaleness(error: CombinedError): { version: number; conflicts: Conflict[] } | null {
  const { code, version, conflicts } = error.graphQLErrors[0]?.extensions ?? {}
  if (code !== 'CONFLICT' || typeof version !== 'number' || !Array.isArray(conflicts)) return null
  return { version, conflicts: conflicts.filter(isConflict) }
}

const isTextOrNull = (value: unknown) => value === null || typeof value === 'string'

const isConflict = (conflict: unknown): conflict is Conflict =>
  typeof conflict === 'object' &&
  conflict !== null &&
  'field' in conflict &&
  typeof conflict.field === 'string' &&
  ['stored', 'by', 'at'].every(key => isTextOrNull(Reflect.get(conflict, key)))
