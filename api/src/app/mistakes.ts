import { WrongSettings } from './env.ts'

/** What a person can mend, by the code of the error. A database says more in its own words. */
const byCode: Record<string, (message: string) => string> = {
  EADDRINUSE: () => 'The port is taken by another program: set PORT to another one, e.g. PORT=4001.',
  EACCES: message => `A file or a port may not be used: ${message}. Set DATA_DIR or PORT to one of your own.`,
  ENOSPC: () => 'The disk is full: make room, or set DATA_DIR to a folder on another disk.',
  ECONNREFUSED: () => 'Nothing answers at DATABASE_URL: start that server, or leave DATABASE_URL out.',
  ENOTFOUND: () => 'The host of DATABASE_URL is not known: correct its name, or leave DATABASE_URL out.',
  '28P01': message => `The database of DATABASE_URL refuses the sign-in: ${message}.`,
  '3D000': message => `DATABASE_URL names a database that is not there: ${message}. Create it first.`,
}

/** The sentence for a mistake that a person can mend; null for anything else, which keeps its stack. */
export function sentenceFor(error: unknown): string | null {
  if (error instanceof WrongSettings) return error.message
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : ''
    const sentence = byCode[code]?.(cause.message)
    if (sentence) return sentence
  }
  return null
}
