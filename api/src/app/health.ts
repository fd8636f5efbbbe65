import type { MikroORM } from '@mikro-orm/postgresql'
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

async function isUp(orm: MikroORM): Promise<boolean> {
  try {
    const pool = await poolOf(orm.em.fork())
    await pool.query('select 1')
    return true
  } catch {
    return false
  }
}
