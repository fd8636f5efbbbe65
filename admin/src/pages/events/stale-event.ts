import type { CombinedError } from '@urql/core'

/** A field in which a stale save and what is stored differ. `at` is null where nobody has touched it since. */
export interface Conflict {
  field: string
  stored: string | null
  by: string | null
  at: string | null
}

/** Null when the failure is of another kind. */
export function staleOf(error: CombinedError): { version: number; conflicts: Conflict[] } | null {
  const { code, version, conflicts } = error.graphQLErrors[0]?.extensions ?? {}
  if (code !== 'CONFLICT' || typeof version !== 'number' || !Array.isArray(conflicts)) return null
  return { version, conflicts: conflicts.flatMap(conflictOf) }
}

function conflictOf(told: unknown): Conflict[] {
  if (typeof told !== 'object' || told === null) return []
  const text = (key: string): string | null => {
    const value: unknown = Reflect.get(told, key) ?? null
    if (typeof value === 'string' || value === null) return value
    return JSON.stringify(value)
  }
  const field = text('field')
  return field === null ? [] : [{ field, stored: text('stored'), by: text('by'), at: text('at') }]
}

/** Of a section that is saved as a whole: who was faster; null when the failure is of another kind. */
export function overtakenBy(error: CombinedError): { version: number; by: string | null } | null {
  const { code, version, by } = error.graphQLErrors[0]?.extensions ?? {}
  if (code !== 'CONFLICT' || typeof version !== 'number') return null
  return { version, by: typeof by === 'string' ? by : null }
}

/** How many planned meetings would lose their time; null when the failure is of another kind. */
export function touchedBy(error: CombinedError): { meetings: number; drafted: number } | null {
  const { code, meetings, drafted, isPast } = error.graphQLErrors[0]?.extensions ?? {}
  if (code !== 'WRONG_STATE' || isPast !== false) return null
  return typeof meetings === 'number' && typeof drafted === 'number' ? { meetings, drafted } : null
}

/** How many meetings have begun there already; null when the failure is of another kind. */
export function pastMeetings(error: CombinedError): number | null {
  const { code, meetings, isPast } = error.graphQLErrors[0]?.extensions ?? {}
  return code === 'WRONG_STATE' && isPast === true && typeof meetings === 'number' ? meetings : null
}
