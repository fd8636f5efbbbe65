import type { EntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

/**
 * Two imports at once would each plan on a standing that the other is about to change: the second waits, however
 * long the first one takes.
 */
export async function lockImports(em: EntityManager): Promise<void> {
  const kysely = em.getKysely()
  await sql`set local lock_timeout = 0`.execute(kysely)
  await sql`select pg_advisory_xact_lock(7010213)`.execute(kysely)
}
