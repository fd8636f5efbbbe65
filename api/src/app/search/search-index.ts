import type { EntityManager } from '@mikro-orm/postgresql'
import type { SearchEngine } from '@panro/search'
import type { Logger } from 'pino'
import type { EngineName } from './parked.ts'

/** An index that is kept in step with the rows, and what that takes. */
export interface SearchIndex {
  name: EngineName
  engine: SearchEngine
  em: EntityManager
  log: Logger
  clock: () => Date
  /** Throws when somebody else is to write by now. */
  assertMayWrite: () => void
}
