import type { Context } from '../../platform/context.ts'

/** What an installation decides about signing in. */
export interface SignInSettings {
  /** 무활동 시간: a session ends when nothing has been asked for so long. */
  idleMinutes: number
  /** However busy, a session ends after so long. */
  longestHours: number
  /** Whether staff and leads need a second factor. */
  needsSecondFactor: boolean
}

/** Source: quality.md B7 after OWASP ASVS 5.0 V7.3, 2025; an installation sets its own. */
export const usualSettings: SignInSettings = { idleMinutes: 30, longestHours: 12, needsSecondFactor: false }

/** How this request was signed in, for beginning and ending just that session. */
export interface SessionContext extends Context {
  token: string | null
  /** Where the browser keeps the token; null at the public door, whose callers keep it themselves. */
  cookie: { keep(token: string): void; forget(what?: 'everything'): void } | null
  /** Where the request comes from; only ever stored as a keyed hash. */
  network: string
  settings: SignInSettings
}
