import { tidyIds } from './parts/compare/tray.ts'

/** The state of the comparison as its address holds it. */
export interface CompareState {
  ids: readonly string[]
  /** 차이만 보기: only the rows in which something differs. */
  isDiff: boolean
}

type Query = Record<string, string | null | readonly (string | null)[] | undefined>

/** Reads `?ids=a,b,c&diff=1`; what is no id, a repetition or a fifth is left out, and `isCut` says so. */
export function readCompare(query: Query): CompareState & { isCut: boolean } {
  const given = [query['ids'] ?? []]
    .flat()
    .flatMap(text => text?.split(',') ?? [])
    .filter(Boolean)
  const ids = tidyIds(given)
  return { ids, isDiff: [query['diff']].flat().includes('1'), isCut: ids.length < new Set(given).size }
}

export const writeCompare = ({ ids, isDiff }: CompareState): Record<string, string> => ({
  ...(ids.length > 0 && { ids: ids.join(',') }),
  ...(isDiff && { diff: '1' }),
})
