import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { ledgerLag, type LedgerCursor, type LedgerLag } from '../../modules/audit/read-ledger.ts'
import { readJson } from '../../platform/read/read.ts'
import { repeat, type Repeating } from './repeat.ts'
import { beginSession, sharedIndex, type MeilisearchServer, type SharedSession } from './shared-session.ts'

interface Options {
  orm: MikroORM
  log: Logger
  clock: () => Date
  server: MeilisearchServer
}

/** Keeps the index on the Meilisearch server in step; of all processes that do this one works, the others wait. */
export function keepSharedIndex({ orm, log, clock, server }: Options): Repeating {
  const em = orm.em.fork()
  let session: SharedSession | null = null
  const end = async () => {
    const ended = session
    session = null
    await ended?.end()
  }
  const pass = async (failures: number): Promise<boolean> => {
    session ??= await beginSession({ em, log, clock, server })
    if (session === null) return false
    try {
      return await session.pass(failures)
    } catch (error) {
      await end()
      throw error
    }
  }
  const keeping = repeat({
    pass,
    onFailure: (err, failures) =>
      log.error({ err, failures }, 'the index on Meilisearch could not be kept in step; tried again'),
  })
  return {
    stop: async () => {
      await keeping.stop()
      await end()
    },
  }
}

/** What of the ledger the shared index does not show yet, whoever keeps it; null before it was ever filled. */
export async function sharedLag(em: EntityManager): Promise<LedgerLag | null> {
  const cursor = await readJson<LedgerCursor | null>(
    em,
    `select (select row_to_json(c)::text from (
       select last_tx::text as tx, last_id::text as id from consumer where name = $1
     ) c) as json`,
    [sharedIndex],
  )
  return cursor && ledgerLag(em, cursor)
}

/** Has whoever keeps the shared index build it anew; resolves when that is done. */
export async function askForRebuild(em: EntityManager): Promise<void> {
  const ask = `insert into consumer (name, rebuild_asked_at) values ($1, now())
    on conflict (name) do update set rebuild_asked_at = excluded.rebuild_asked_at returning 'true' as json`
  await readJson(em, ask, [sharedIndex])
  const isAsked = () =>
    readJson<boolean>(
      em,
      `select (rebuild_asked_at is not null)::text as json from consumer where name = $1`,
      [sharedIndex],
    )
  while (await isAsked()) await new Promise(resume => setTimeout(resume, 500))
}
