import type { FacetKey } from '@panro/search'
import { dayInSeoul } from '../../platform/day.ts'
import type { SearchIndex } from './search-index.ts'

const facets: FacetKey[] = ['type', 'certification', 'category', 'region', 'deliveryRecord']

/**
 * What the first visitor asks, asked before the first visitor: a new index works out its counts for the day
 * when it is first asked, and the code that searches becomes fast by use.
 */
export async function warmUp({ engine, log, clock }: Pick<SearchIndex, 'engine' | 'log' | 'clock'>) {
  const ask = { filter: {}, types: [], on: dayInSeoul(clock()), offset: 0, limit: 10, facets }
  try {
    await engine.multiSearch(['', '의자', 'ㅎㅅㅁ'].map(words => ({ ...ask, words })))
    await engine.suggest({ words: '복사', limit: 10 })
  } catch (error) {
    // The index is as good as it was; only its first visitor will wait.
    log.warn({ err: error }, 'a search index could not be warmed up')
  }
}
