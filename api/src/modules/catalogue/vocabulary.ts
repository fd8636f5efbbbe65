import { comparableReadings, type SearchRequest } from '@panro/search'
import type { Context } from '../../platform/context.ts'
import { readJson } from '../../platform/read/read.ts'
import { isActiveAlias } from '../categories/alias.shape.ts'

/** What the staff have said that words mean, as the search engine is told. */
export type Meaning = Required<Pick<SearchRequest, 'orCategories' | 'notCategories'>>

export const nothingSaid: Meaning = { orCategories: [], notCategories: [] }

/** Looked up anew for every search, by an index: what the staff say takes effect with the next one. */
export function meaningOf({ em, signal }: Pick<Context, 'em' | 'signal'>, words: string): Promise<Meaning> {
  const readings = comparableReadings(words).filter(reading => reading !== '')
  if (readings.length === 0) return Promise.resolve(nothingSaid)
  const codes = (relation: string) =>
    `coalesce(json_agg(distinct a.category_code) filter (where a.relation = '${relation}'), '[]')`
  return readJson<Meaning>(
    em,
    `select json_build_object('orCategories', ${codes('synonym')}, 'notCategories', ${codes('not_this')})::text as json
     from category_alias a where ${isActiveAlias('a')} and a.comparable_term = any($1)`,
    [readings],
    signal,
  )
}
