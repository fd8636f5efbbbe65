import type { FragmentOf } from '../../api/graphql.ts'
import { readFragment } from '../../api/graphql.ts'
import type { SearchState } from '../../search-url.ts'
import { SavedSearchFields } from './saved.documents.ts'

/** The search page as it was when the search was saved. */
export function searchStateOf(saved: FragmentOf<typeof SavedSearchFields>): Partial<SearchState> {
  const { scope, query, filter } = readFragment(SavedSearchFields, saved)
  return {
    scope: scope === 'PRODUCT' ? 'products' : 'enterprises',
    q: query ?? '',
    cert: filter.certifications ?? [],
    cat: filter.categories ?? [],
    region: filter.regions ?? [],
    cred: filter.hasDeliveryRecord ?? false,
    min: filter.price?.min ?? null,
    max: filter.price?.max ?? null,
    lead: filter.leadDaysMax ?? null,
  }
}
