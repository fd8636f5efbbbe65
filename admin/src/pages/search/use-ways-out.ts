import { useClientHandle } from '@urql/vue'
import { shallowRef, watch } from 'vue'
import { t } from '../../locales/text.ts'
import type { SearchState } from '../../search-url.ts'
import type { Condition } from './conditions.ts'
import { EnterpriseCount, ProductCount } from './search.documents.ts'
import { enterpriseFilter, productFilter, wordsOf } from './search-variables.ts'

/** A condition to lift, and how many results that would give. */
interface WayOut {
  condition: Condition
  count: number
}

/** Asks what each condition costs, words included; those whose removal helps, the most helpful first. */
export function useWaysOut(given: () => { state: SearchState; conditions: readonly Condition[] }) {
  const { client } = useClientHandle()
  const ways = shallowRef<readonly WayOut[]>([])
  let latest = 0

  async function count(state: SearchState): Promise<number> {
    if (state.scope === 'products') {
      const { data } = await client.query(ProductCount, {
        query: wordsOf(state),
        filter: productFilter(state),
      })
      return data?.products.totalCount ?? 0
    }
    const { data } = await client.query(EnterpriseCount, {
      query: wordsOf(state),
      filter: enterpriseFilter(state),
    })
    return data?.enterprises.totalCount ?? 0
  }

  watch(
    given,
    async ({ state, conditions }) => {
      const turn = ++latest
      const candidates = state.q === '' ? [...conditions] : [...conditions, withoutWords(state)]
      const counted = await Promise.all(
        candidates.map(async condition => ({
          condition,
          count: await count({ ...state, ...condition.without }),
        })),
      )
      if (turn !== latest) return
      ways.value = counted.filter(way => way.count > 0).toSorted((one, other) => other.count - one.count)
    },
    { immediate: true },
  )
  return ways
}

const withoutWords = ({ q }: SearchState): Condition => ({
  id: 'q',
  text: t('search.wordsOf', { query: q }),
  without: { q: '' },
})
