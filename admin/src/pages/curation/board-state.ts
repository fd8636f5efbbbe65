import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { EnumOf } from '../../api/graphql.ts'
import { isState, type State } from '../../parts/participation-words.ts'

const sorts = {
  rank: 'RANK',
  name: 'NAME',
  newest: 'NEWEST',
  decided: 'DECIDED',
} as const satisfies Record<string, EnumOf<'ParticipationSort'>>
export type SortKey = keyof typeof sorts

export interface BoardState {
  side: EnumOf<'ParticipationSide'>
  sort: SortKey
  /** Null: any. */
  state: State | null
  quota: string | null
  row: string | null
}

/** The board as its address holds it: reload and a mailed link restore it. */
export function useBoardState() {
  const route = useRoute()
  const router = useRouter()
  const state = computed<BoardState>(() => {
    const only = textOf(route.query['state'])?.toUpperCase() ?? ''
    return {
      side: route.query['side'] === 'department' ? 'DEPARTMENT' : 'ENTERPRISE',
      sort: sortOf(route.query['sort']),
      state: isState(only) ? only : null,
      quota: textOf(route.query['quota']),
      row: textOf(route.query['row']),
    }
  })
  const change = (patch: Partial<BoardState>) => {
    const { side, sort, state: only, quota, row } = { ...state.value, ...patch }
    return router.replace({
      path: route.path,
      query: {
        ...(side === 'DEPARTMENT' && { side: 'department' }),
        ...(sort !== 'rank' && { sort }),
        ...(only !== null && { state: only.toLowerCase() }),
        ...(quota !== null && { quota }),
        ...(row !== null && { row }),
      },
    })
  }
  const asked = computed(() => ({
    side: state.value.side,
    sort: sorts[state.value.sort],
    state: state.value.state,
    quota: state.value.quota,
  }))
  return { state, change, asked }
}

const sortOf = (text: unknown): SortKey =>
  text === 'name' || text === 'newest' || text === 'decided' ? text : 'rank'

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
