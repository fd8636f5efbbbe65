import type { Context } from '../../platform/context.ts'

/** How this request was signed in, for beginning and ending just that session. */
export interface SessionContext extends Context {
  token: string | null
  /** Where the browser keeps the token; null at the public door, whose callers keep it themselves. */
  cookie: { keep(token: string): void; forget(): void } | null
}
