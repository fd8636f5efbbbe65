import type { Env } from '@panro/api/src/app/env.ts'
import { serve, type Running } from '@panro/api/src/app/serve.ts'
import pino from 'pino'
import { freshDatabase, type Template } from './database.ts'

export interface TestApp extends Running {
  databaseUrl: string
}

interface Options {
  template?: Template
  clock?: () => Date
  /** Other than usual: how long a sign-in lasts, and what it takes. */
  signIn?: Env['signIn']
}

/** The whole application on a database and a port of its own, as `pnpm start` serves it. */
export async function startApp({ template = 'demo', clock, signIn }: Options = {}): Promise<TestApp> {
  const database = await freshDatabase(template)
  const running = await serve(
    {
      port: 0,
      dataDir: '',
      databaseUrl: database.url,
      meiliUrl: null,
      meiliMasterKey: null,
      logLevel: 'error',
      ...(signIn ? { signIn } : {}),
    },
    { isDemo: false, hasWorker: true, log: pino({ level: 'error' }), ...(clock ? { clock } : {}) },
  )
  return {
    url: running.url,
    databaseUrl: database.url,
    stop: async () => {
      await running.stop()
      await database.drop()
    },
  }
}
