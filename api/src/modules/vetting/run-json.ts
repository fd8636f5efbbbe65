import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery } from 'kysely'

/** The one column `json` of the one row of a statement, read in the transaction of `em`. */
export async function runJson<T>(em: EntityManager, text: string, values: unknown[]): Promise<T> {
  const { rows } = await em.getKysely().executeQuery<{ json: T }>(CompiledQuery.raw(text, values))
  const [row] = rows
  if (!row) throw new Error('The statement gave no row')
  return row.json
}
