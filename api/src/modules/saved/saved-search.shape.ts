import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, many, type Shape } from '../../platform/read/shape.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'
import { isOfPublicThing, thingFields } from './thing.shape.ts'

/** News of a search that has not been looked at since; nothing is counted that cannot be shown. */
export const countNews = (searches: string) =>
  `(select count(*) from saved_search_match m where m.saved_search_id ${searches} and m.seen_at is null and ${isOfPublicThing('m')})`

export const savedSearchShape: Shape = {
  type: 'SavedSearch',
  table: 'saved_search',
  fields: {
    id: column(row => globalIdSql('savedsearch', `${row}.id`)),
    name: field('name'),
    scope: field('scope'),
    query: column(row => `nullif(${row}.words, '')`),
    filter: field('filter'),
    createdAt: field('created_at'),
    lastSeenAt: field('last_seen_at'),
    newCount: column(row => countNews(`= ${row}.id`)),
    matches: many({
      shape: () => matchShape,
      on: (row, match) => `${match}.saved_search_id = ${row}.id and ${isOfPublicThing(match)}`,
      orderBy: match => `${match}.id desc`,
      limit: use => use.argument('first'),
    }),
  },
}

const matchShape: Shape = {
  type: 'SavedSearchMatch',
  table: 'saved_search_match',
  fields: {
    foundAt: field('found_at'),
    isNew: column(row => `${row}.seen_at is null`),
    ...thingFields,
  },
}

/** What a person may see of saved searches: their own. */
export const isSavedBy = (row: string, person: string) => `${row}.person_id = ${person}`

nodeKinds.set('savedsearch', {
  shape: savedSearchShape,
  key: 'id',
  isVisible: (row, viewer) => isSavedBy(row, viewer()),
})
