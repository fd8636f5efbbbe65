import type { CombinedError } from '@urql/core'

/** Somebody was faster: what the server says has changed since. */
export interface Staleness {
  version: number
  changes: { field: string; at: string }[]
}

/** Null when the failure is of another kind. */
export function staleness(error: CombinedError): Staleness | null {
  const { code, version, changes } = error.graphQLErrors[0]?.extensions ?? {}
  if (code !== 'CONFLICT' || typeof version !== 'number' || !Array.isArray(changes)) return null
  return { version, changes: changes.filter(isChange) }
}

/** Whether the item itself has changed, or the application has gone on to another state. */
export const touchesItem = ({ changes }: Staleness, number: number): boolean =>
  changes.some(({ field }) => field === 'state' || field.startsWith(`items.${number}.`))

const isChange = (change: unknown): change is Staleness['changes'][number] =>
  typeof change === 'object' &&
  change !== null &&
  'field' in change &&
  typeof change.field === 'string' &&
  'at' in change &&
  typeof change.at === 'string'
