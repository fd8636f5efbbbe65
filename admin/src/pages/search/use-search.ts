import { useQuery } from '@urql/vue'
import { computed, type ComputedRef } from 'vue'
import type { SearchState } from '../../search-url.ts'
import { EnterpriseSearch, ProductSearch } from './search.documents.ts'
import { enterpriseVariables, productVariables } from './search-variables.ts'

/** The list of the scope in view, and the counts of both. The other list is not asked for. */
export function useSearch(state: ComputedRef<SearchState>) {
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
    again: () => asked.value.executeQuery({ requestPolicy: 'network-only' }),
  }
}
