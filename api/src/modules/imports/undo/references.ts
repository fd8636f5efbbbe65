import type { EntityManager } from '@mikro-orm/postgresql'
import { readInside } from '../../../platform/read/read-inside.ts'
import type { Noun } from '../line-changes.ts'
import { idsOf, type DoneChange } from './done-changes.ts'

interface Reference {
  noun: Noun
  id: string
  /** Which table leans on it. */
  table: string
}

/** Worked out anew whenever it is asked for: nobody loses anything with it. */
const derived = new Set(['saved_search_match'])

/**
 * What leans on the things that a run made, besides what the same run made. Asked of the database's own list of
 * foreign keys, so that a table that comes later is not forgotten.
 */
export async function readReferences(
  em: EntityManager,
  changes: readonly DoneChange[],
): Promise<Reference[]> {
  const found: Reference[] = []
  for (const noun of ['enterprise', 'certification', 'product', 'category', 'planned_purchase'] as const) {
    const ids = idsOf(changes, noun, true)
    if (ids.length === 0) continue
    for (const { table, column } of await foreignKeysTo(em, noun)) {
      if (derived.has(table)) continue
      const own = changes.flatMap(change => (change.noun === table ? [change.id] : []))
      const leaning = await leaningOn(em, {
        table,
        column,
        ids,
        own,
        type: noun === 'category' ? 'text' : 'uuid',
      })
      found.push(...leaning.map(id => ({ noun, id, table })))
    }
  }
  return found
}

const foreignKeysTo = (em: EntityManager, noun: Noun) =>
  readInside<{ table: string; column: string }[]>(
    em,
    `select coalesce(json_agg(json_build_object('table', c.conrelid::regclass::text, 'column', a.attname)), '[]')::text as json
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = $1::regclass`,
    [noun],
  )

interface Leaning {
  table: string
  column: string
  ids: string[]
  /** Rows of that very table which the run has made or changed. */
  own: string[]
  type: 'uuid' | 'text'
}

/** Names of tables and columns are the database's own, quoted by it or plain. */
function leaningOn(em: EntityManager, { table, column, ids, own, type }: Leaning): Promise<string[]> {
  const isOwn =
    own.length > 0
      ? `and l.${table === 'category' ? 'code' : 'id'}::text <> all($2::text[])`
      : 'and $2::text[] is not null'
  return readInside(
    em,
    `select coalesce(json_agg(distinct l."${column}"::text), '[]')::text as json
     from ${table} l where l."${column}" = any($1::${type}[]) ${isOwn}`,
    [ids, own],
  )
}
