import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Env } from '@panro/api/src/app/env.ts'
import { serve, type Running } from '@panro/api/src/app/serve.ts'
import pino from 'pino'
import { freshDatabase, type Template } from './database.ts'

export interface TestApp extends Running {
  databaseUrl: string
  /** Of its own; gone with it. Mails lie in `mail` below it. */
  dataDir: string
}

interface Options {
  template?: Template
  clock?: () => Date
  /** Other than usual: how long a sign-in lasts, and what it takes. */
  signIn?: Env['signIn']
  /** Of evidence files: where they lie, and how much of them. */
  files?: Pick<Env, 'filesDir' | 'largestFileMb' | 'filesQuotaMb'>
  /** Other than usual: a mail server. */
  mail?: Env['mail']
}

/** The whole application on a database and a port of its own, as `pnpm start` serves it. */
export async function startApp(options: Options = {}): Promise<TestApp> {
  const { template = 'demo', clock, signIn, files, mail } = options
  const database = await freshDatabase(template)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'panro-test-data-'))
  const running = await serve(
    {
      port: 0,
      dataDir,
      databaseUrl: database.url,
      meiliUrl: null,
      meiliMasterKey: null,
      logLevel: 'error',
      ...(signIn ? { signIn } : {}),
      ...files,
      ...(mail ? { mail } : {}),
    },
    { isDemo: false, hasWorker: true, log: pino({ level: 'error' }), ...(clock ? { clock } : {}) },
  )
  return {
    url: running.url,
    databaseUrl: database.url,
    dataDir,
    stop: async () => {
      await running.stop()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
