import type { EnumOf, VariablesOf } from '../../api/graphql.ts'
import { sortsOf, type SearchState, type Sort } from '../../search-url.ts'
import type { EnterpriseSearch, ProductSearch } from './search.documents.ts'

/** The state of the address as the API asks for it. */
export const pageSize = 20

type ProductVariables = VariablesOf<typeof ProductSearch>
type EnterpriseVariables = VariablesOf<typeof EnterpriseSearch>

const productSorts = {
  relevance: 'RELEVANCE',
  newest: 'NEWEST',
  price_asc: 'PRICE_ASC',
  price_desc: 'PRICE_DESC',
  lead_time: 'LEAD_TIME',
  name: 'NAME',
} as const satisfies Record<Sort, EnumOf<'ProductSort'>>

const enterpriseSorts = {
  relevance: 'RELEVANCE',
  newest: 'NEWEST',
  name: 'NAME',
} as const satisfies Record<(typeof sortsOf)['enterprises'][number], EnumOf<'EnterpriseSort'>>

export const productVariables = (state: SearchState): ProductVariables => ({
  ...placeOf(state),
  query: wordsOf(state),
  exactly: state.exactly,
  filter: productFilter(state),
  sort: productSorts[state.sort],
  otherFilter: enterpriseFilter(state),
})

export const enterpriseVariables = (state: SearchState): EnterpriseVariables => ({
  ...placeOf(state),
  query: wordsOf(state),
  exactly: state.exactly,
  filter: enterpriseFilter(state),
  sort: enterpriseSorts[sortsOf.enterprises.find(sort => sort === state.sort) ?? 'relevance'],
  otherFilter: productFilter(state),
})

export const wordsOf = (state: SearchState) => (state.q === '' ? null : state.q)

/** What holds for an enterprise holds for its products too. */
export const enterpriseFilter = (state: SearchState) => ({
  certifications: [...state.cert],
  categories: [...state.cat],
  regions: [...state.region],
  hasDeliveryRecord: state.cred ? true : null,
})

export const productFilter = (state: SearchState) => ({
  ...enterpriseFilter(state),
  price: state.min === null && state.max === null ? null : { min: state.min, max: state.max },
  leadDaysMax: state.lead,
})

function placeOf({ after, before }: SearchState) {
  return before === null ? { first: pageSize, after } : { last: pageSize, before }
}
