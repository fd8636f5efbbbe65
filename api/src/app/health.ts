import type { MikroORM } from '@mikro-orm/postgresql'
import type { EngineHealth, SearchEngine } from '@panro/search'
import { poolOf } from '../platform/read/read.ts'
import type { Follower } from './follow-ledger.ts'

export interface Health {
  status: 'ok' | 'unavailable'
  database: 'up' | 'down'
  /** `lag`: rows of the ledger that the index does not show yet. */
  search: EngineHealth & { lag: number | null }
}

/** Whether this process can serve: the database answers and the index has been filled. */
export async function healthOf(orm: MikroORM, engine: SearchEngine, follower: Follower): Promise<Health> {
  const [database, search, lag] = await Promise.all([
    isUp(orm),
    engine.health(),
    follower.lag().catch(() => null), // told apart below: without a database there is no lag to tell
  ])
  const isServing = database && search.isReady
  return {
    status: isServing ? 'ok' : 'unavailable',
    database: database ? 'up' : 'down',
    search: { ...search, lag },
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
