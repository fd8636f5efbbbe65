import { useQuery } from '@urql/vue'
import { computed, watch, type ComputedRef } from 'vue'
import type { SearchState } from '../../search-url.ts'
import { EnterpriseSearch, ProductSearch } from './search.documents.ts'
import { enterpriseVariables, productVariables } from './search-variables.ts'

/** The parameter of the address behind each filter that can name a code nothing has. */
const parameters = {
  'filter.certifications': 'cert',
  'filter.categories': 'cat',
  'filter.regions': 'region',
} as const satisfies Record<string, keyof SearchState>
type Parameter = (typeof parameters)[keyof typeof parameters]

/** The list of the scope in view, and the counts of both. The other list is not asked for. */
export function useSearch(state: ComputedRef<SearchState>, onUnknownCode: (parameter: Parameter) => void) {
  const isProducts = computed(() => state.value.scope === 'products')
  const products = useQuery({
    query: ProductSearch,
    variables: computed(() => productVariables(state.value)),
    pause: computed(() => !isProducts.value),
  })
  const enterprises = useQuery({
    query: EnterpriseSearch,
    variables: computed(() => enterpriseVariables(state.value)),
    pause: isProducts,
  })
  const asked = computed(() => (isProducts.value ? products : enterprises))
  const data = computed(() => asked.value.data.value)

  watch(
    () => asked.value.error.value,
    error => {
      const field: unknown = error?.graphQLErrors[0]?.extensions['field']
      for (const [name, parameter] of Object.entries(parameters))
        if (field === name && state.value[parameter].length > 0) onUnknownCode(parameter)
    },
  )

  return {
    products: computed(() => (isProducts.value ? products.data.value?.products : undefined)),
    enterprises: computed(() => (isProducts.value ? undefined : enterprises.data.value?.enterprises)),
    /** Whichever list is in view, without its items. */
    list: computed(() =>
      isProducts.value ? products.data.value?.products : enterprises.data.value?.enterprises,
    ),
    totals: computed(() => ({
      products: data.value?.products.totalCount,
      enterprises: data.value?.enterprises.totalCount,
    })),
    error: computed(() => asked.value.error.value),
    isLoading: computed(() => asked.value.fetching.value || asked.value.stale.value),
    /** Nothing to show yet of what was asked for last. */
    isAwaited: computed(() => asked.value.fetching.value),
    again: () => asked.value.executeQuery({ requestPolicy: 'network-only' }),
  }
}
