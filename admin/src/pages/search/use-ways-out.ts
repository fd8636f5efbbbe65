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

/** Of a whole sentence no single word is tried. */
const mostWords = 4

/** Asks what each condition costs, words included; those whose removal helps, the most helpful first. */
export function useWaysOut(given: () => { state: SearchState; conditions: readonly Condition[] }) {
  const { client } = useClientHandle()
  const ways = shallowRef<readonly WayOut[]>([])
  let latest = 0

  async function count(state: SearchState): Promise<number> {
    if (state.scope === 'products') {
      const { data } = await client.query(ProductCount, {
        query: wordsOf(state),
        exactly: state.exactly,
        filter: productFilter(state),
      })
      return data?.products.totalCount ?? 0
    }
    const { data } = await client.query(EnterpriseCount, {
      query: wordsOf(state),
      exactly: state.exactly,
      filter: enterpriseFilter(state),
    })
    return data?.enterprises.totalCount ?? 0
  }

  watch(
    given,
    async ({ state, conditions }) => {
      const turn = ++latest
      const candidates = [...conditions, ...lessWords(state)]
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

/** Each of several words may be the one too many; then all of them. */
function lessWords({ q }: SearchState): Condition[] {
  if (q === '') return []
  const words = q.split(' ')
  const single =
    words.length < 2 || words.length > mostWords
      ? []
      : words.map((word, at) => less(word, words.toSpliced(at, 1)))
  return [...single, less(q, [])]
}

const less = (word: string, rest: readonly string[]): Condition => ({
  id: `q-${rest.join(' ')}`,
  text: t('search.wordsOf', { query: word }),
  without: { q: rest.join(' ') },
})
