import { readEnv, WrongSettings, type Env } from './env.ts'
import { sentenceFor } from './mistakes.ts'

/** Runs a process by the settings of the environment; what a person can mend is said in a sentence, without a stack. */
export async function start(work: (env: Env) => Promise<void>): Promise<void> {
  try {
    await work(readEnv(process.env))
  } catch (error) {
    const sentence = sentenceFor(error)
    if (sentence === null) throw error
    process.stderr.write(`${sentence}\n`)
    process.exit(1)
  }
}

export function requiredUrl({ databaseUrl }: Env): string {
  if (databaseUrl !== null) return databaseUrl
  throw new WrongSettings(
    'DATABASE_URL is not set. `pnpm start` brings a database of its own; this process needs yours.',
  )
}
