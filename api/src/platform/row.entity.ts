import { p } from '@mikro-orm/core'
import { newId } from './id.ts'

/** Columns that every row of its own standing has. Spread into `properties`. */
export const identity = {
  id: p.uuid().primary().onCreate(newId),
}

/** For rows that people edit: when, and the version that a stale save is refused by. */
export const edited = {
  createdAt: p.datetime(),
  updatedAt: p.datetime(),
  version: p.integer().version().default(1),
}
