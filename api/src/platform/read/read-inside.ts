import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery } from 'kysely'

/**
 * Runs a statement whose one column `json` is text on the connection of `em`: inside a transaction it sees what
 * that transaction has written, and waits for no second connection.
 */
export async function readInside<T>(
  em: EntityManager,
  text: string,
  values: readonly unknown[] = [],
): Promise<T> {
  const { rows } = await em.getKysely().executeQuery<{ json: string }>(CompiledQuery.raw(text, [...values]))
  return JSON.parse(rows[0]?.json ?? 'null')
}
