import pino from 'pino'
import { connect, migrate } from './database.ts'
import { readEnv, WrongSettings, type Env } from './env.ts'
import { sentenceFor } from './mistakes.ts'
import { keepSharedIndex } from './search/shared-index.ts'
import { serverOf } from './search/start-search.ts'
import { serve } from './serve.ts'
import { startSealing } from './sealing.ts'

/** Runs one of the two below; what a person can mend is said in a sentence, without a stack. */
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

/** The API against a database of its own: no demo data, and the worker is another process. */
export async function serveProduction(env: Env): Promise<void> {
  const running = await serve({ ...env, databaseUrl: requiredUrl(env) }, { isDemo: false, hasWorker: false })
  stopOnSignal(running.stop)
}

/** The work that one process at a time does; several may run, the others wait. */
export async function workProduction(env: Env): Promise<void> {
  const log = pino({ level: env.logLevel })
  const orm = await connect(requiredUrl(env))
  await migrate(orm)
  const sealing = startSealing(orm, log)
  const server = serverOf(env)
  const keeping = server && keepSharedIndex({ orm, log, clock: () => new Date(), server })
  log.info('the worker has started')
  stopOnSignal(async () => {
    await keeping?.stop()
    await sealing.stop()
    await orm.close()
  })
}

function requiredUrl({ databaseUrl }: Env): string {
  if (databaseUrl !== null) return databaseUrl
  throw new WrongSettings(
    'DATABASE_URL is not set. `pnpm start` brings a database of its own; this process needs yours.',
  )
}

function stopOnSignal(stop: () => Promise<void>) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void stop().then(() => process.exit(0))
    })
}
