import type { MikroORM } from '@mikro-orm/postgresql'
import type { Reading } from './http/metrics-route.ts'
import { poolOf } from '../platform/read/read.ts'
import type { Search, SearchHealth } from './search/start-search.ts'

export interface Health {
  status: 'ok' | 'unavailable'
  database: 'up' | 'down'
  search: SearchHealth
}

/** Whether this process can serve: the database answers and an index has been filled. */
export async function healthOf(orm: MikroORM, search: Search): Promise<Health> {
  const [isDatabaseUp, engine] = await Promise.all([isUp(orm), search.health()])
  return {
    status: isDatabaseUp && engine.isReady ? 'ok' : 'unavailable',
    database: isDatabaseUp ? 'up' : 'down',
    search: engine,
  }
}

/** The same as figures; what cannot be told is left out, for 0 would be an answer. */
export async function readingsOf(search: Search): Promise<Reading[]> {
  const { engine, documents, lag, lagSeconds, parked, isReady, isDegraded } = await search.health()
  const told: [name: string, help: string, value: number | null][] = [
    ['documents', 'Documents that can be found.', documents],
    ['ready', 'Whether the index has been filled.', Number(isReady)],
    ['degraded', 'Whether a stand-in answers because the usual engine is away.', Number(isDegraded)],
    ['lag_rows', 'Rows of the ledger that the index does not show yet.', lag],
    ['lag_seconds', 'Age of the oldest of those rows.', lagSeconds],
    ['parked_documents', 'Documents that the engine refuses.', parked],
  ]
  return told.flatMap(([name, help, value]) =>
    value === null ? [] : [{ name: `panro_search_${name}`, help, value, labels: { engine } }],
  )
}

async function isUp(orm: MikroORM): Promise<boolean> {
  try {
    const pool = await poolOf(orm.em.fork())
    await pool.query('select 1')
    return true
  } catch {
    return false
  }
}
