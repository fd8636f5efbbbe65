import type { CombinedError } from '@urql/core'

/** Somebody's data as they are, or why they are not to be had. */
export interface Revealed {
  person?: { name: string; phone: string | null; email: string | null } | undefined
  error?: CombinedError | undefined
}

/** Asks for them, and says what they are needed for: that is kept. */
export type Ask = (reason: string) => Promise<Revealed>
