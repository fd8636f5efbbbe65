import type { EntityManager } from '@mikro-orm/postgresql'
import type { SearchEngine } from '@panro/search'
import type { Day } from './day.ts'

export const roles = ['buyer', 'enterprise', 'staff', 'lead'] as const
export type Role = (typeof roles)[number]

/** Who acts: a signed-in person, an anonymous visitor, or the system itself (seed, import command). */
export interface Actor {
  personId: string | null
  role: Role | 'visitor' | 'system'
  /** 지원센터 whose staff the person is. */
  centerId: string | null
  /** Enterprises the person acts for. */
  enterpriseIds: readonly string[]
  /** Departments of a public body the person is an officer of. */
  departmentIds: readonly string[]
}

export const visitor: Actor = {
  personId: null,
  role: 'visitor',
  centerId: null,
  enterpriseIds: [],
  departmentIds: [],
}
/** Sees everything: work that no person asked for speaks to the database as the owner of the tables. */
export const systemActor: Actor = { ...visitor, role: 'system' }

/** What an operation may know of the world; nothing below `app/` reads the clock or the environment. */
export interface Context {
  em: EntityManager
  actor: Actor
  now: Date
  /** Today in Asia/Seoul. */
  today: Day
  /** Aborted when the caller has gone away; what is still being read for it then stops. */
  signal?: AbortSignal
}

/** Finding; what is found is written by nobody but the ledger's followers. */
export type SearchReader = Pick<SearchEngine, 'search' | 'multiSearch' | 'suggest'>

/** What a request to the API has besides: somewhere to find things. */
export interface RequestContext extends Context {
  search: SearchReader
}
