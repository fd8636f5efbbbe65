import { OptimisticLockError } from '@mikro-orm/core'
import { Refusal, type RefusalCode } from '../../platform/refusal.ts'

const busy = 'The database is busy or away; send the same request again in a moment.'
const beaten = 'Somebody else changed it at the same time; read it again and repeat the change.'

/** What PostgreSQL says no to for reasons that are no defect of ours, by SQLSTATE (or the socket's word). */
const byState: Record<string, [RefusalCode, string]> = {
  '22007': ['BAD_USER_INPUT', 'A day or a time is not one that exists.'],
  '22008': ['BAD_USER_INPUT', 'A day or a time is out of range.'],
  '22021': ['BAD_USER_INPUT', 'A text holds a character that cannot be stored (NUL).'],
  '22P05': ['BAD_USER_INPUT', 'A text holds a character that cannot be stored.'],
  '23505': ['CONFLICT', 'There is one like it already.'],
  '40001': ['CONFLICT', beaten],
  '40P01': ['CONFLICT', beaten],
  '53300': ['SERVICE_UNAVAILABLE', busy],
  '55P03': ['SERVICE_UNAVAILABLE', busy],
  '57014': ['SERVICE_UNAVAILABLE', busy],
  '57P01': ['SERVICE_UNAVAILABLE', busy],
  '57P03': ['SERVICE_UNAVAILABLE', busy],
  ECONNREFUSED: ['SERVICE_UNAVAILABLE', busy],
  ECONNRESET: ['SERVICE_UNAVAILABLE', busy],
}

/** The refusal behind an error of the database or of a stale save; null when it is a defect. */
export function databaseRefusal(error: unknown): Refusal | null {
  if (error instanceof OptimisticLockError) return new Refusal('CONFLICT', beaten, undefined, error)
  if (!(error instanceof Error)) return null
  // The pool has no code for it: all its connections are at work, and none came back in time.
  if (error.message.startsWith('timeout exceeded when trying to connect'))
    return new Refusal('SERVICE_UNAVAILABLE', busy, undefined, error)
  if (!('code' in error)) return null
  const [code, message] = byState[String(error.code)] ?? []
  return code && message ? new Refusal(code, message, undefined, error) : null
}
