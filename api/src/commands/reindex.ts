import pino from 'pino'
import { connect } from '../app/database.ts'
import type { Env } from '../app/env.ts'
import { startSearchEngine } from '../app/search-engine.ts'
import { everyDocument } from '../modules/catalogue/documents.ts'

/** `pnpm reindex`: builds the Meilisearch indexes anew beside the live ones and swaps; the embedded engine does so at every start. */
export async function run(env: Env & { databaseUrl: string }): Promise<number> {
  if (env.meiliUrl === null) {
    process.stdout.write(
      'The embedded engine is filled at every start: there is nothing to rebuild. Set MEILI_URL for Meilisearch.\n',
    )
    return 0
  }
  const orm = await connect(env.databaseUrl)
  const engine = await startSearchEngine(env)
  try {
    const { documents } = await engine.rebuild(everyDocument(orm.em.fork()))
    pino({ level: env.logLevel }).info({ documents }, 'the search index is rebuilt')
    return 0
  } finally {
    await engine.close()
    await orm.close()
  }
}
