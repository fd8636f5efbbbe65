import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery } from 'kysely'

/** A few megabytes of JSON at a time: one statement each, and neither side holds everything at once. */
const rowsPerStatement = 5_000

interface Options {
  /** The clause after the values, e.g. `on conflict (code) do nothing`. */
  onConflict?: string
}

/**
 * Writes rows keyed by column name, in the transaction of `em`, and returns how many were written. A seed or an
 * import writes tens of thousands of rows at once; the unit of work that operations use would take minutes for that.
 */
export async function insertRows<Row extends object>(
  em: EntityManager,
  table: string,
  rows: readonly Row[],
  { onConflict = '' }: Options = {},
): Promise<number> {
  const [first] = rows
  if (first === undefined) return 0
  const columns = Object.keys(first).join(', ')
  const sql = `
    insert into ${table} (${columns})
    select ${columns} from json_populate_recordset(null::${table}, $1::json)
    ${onConflict}`
  let written = 0
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const batch = JSON.stringify(rows.slice(from, from + rowsPerStatement))
    const done = await em.getKysely().executeQuery(CompiledQuery.raw(sql, [batch]))
    written += Number(done.numAffectedRows ?? 0n)
  }
  return written
}
