import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Env } from '@panro/api/src/app/env.ts'
import { connect } from '@panro/api/src/app/database.ts'
import { keepSharedIndex } from '@panro/api/src/app/search/shared-index.ts'
import { serve, type Running } from '@panro/api/src/app/serve.ts'
import pino from 'pino'

interface Options {
  databaseUrl: string
  /** Null: each API process searches its own index only. */
  meiliUrl: string | null
  clock?: () => Date
  /** As `pnpm start`: the worker's part is done in the same process. */
  hasWorker?: boolean
  mail?: Env['mail']
}

const log = pino({ level: 'silent' })

/** The API as production runs it, several beside each other: the worker is a process of its own. */
export const startApi = ({
  databaseUrl,
  meiliUrl,
  clock,
  mail,
  hasWorker = false,
}: Options): Promise<Running> =>
  serve(
    {
      port: 0,
      // For what nobody looks at.
      dataDir: path.join(tmpdir(), `panro-data-${process.pid}`),
      databaseUrl,
      meiliUrl,
      meiliMasterKey: null,
      logLevel: 'silent',
      ...(mail ? { mail } : {}),
    },
    { isDemo: false, hasWorker, log, ...(clock ? { clock } : {}) },
  )

/** The part of the worker that keeps the index on Meilisearch. */
export async function startIndexWorker({ databaseUrl, meiliUrl, clock = () => new Date() }: Options) {
  const orm = await connect(databaseUrl)
  const server = { url: meiliUrl ?? '', masterKey: null }
  const keeping = keepSharedIndex({ orm, log, clock, server })
  return {
    orm,
    stop: async () => {
      await keeping.stop()
      await orm.close()
    },
  }
}
