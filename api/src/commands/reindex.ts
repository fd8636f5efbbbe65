import pino from 'pino'
import { connect, migrate } from '../app/database.ts'
import type { Env } from '../app/env.ts'
import { askForRebuild, keepSharedIndex } from '../app/search/shared-index.ts'
import { serverOf } from '../app/search/start-search.ts'

/**
 * `pnpm reindex`: builds the index on Meilisearch anew beside the live one and swaps. A worker that runs
 * does it, for two writers would overwrite each other; without one it is done here.
 */
export async function run(env: Env & { databaseUrl: string }): Promise<number> {
  const server = serverOf(env)
  if (server === null) {
    process.stdout.write(
      'The embedded engine is filled at every start: there is nothing to rebuild. Set MEILI_URL for Meilisearch.\n',
    )
    return 0
  }
  const log = pino({ level: env.logLevel })
  const orm = await connect(env.databaseUrl)
  await migrate(orm)
  const keeping = keepSharedIndex({ orm, log, clock: () => new Date(), server })
  try {
    await askForRebuild(orm.em.fork())
    process.stdout.write('The search index is rebuilt.\n')
    return 0
  } finally {
    await keeping.stop()
    await orm.close()
  }
}
