import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { patterns, searchPath } from '../../paths.ts'
import { blankSearch, readSearch, writeSearch, type SearchState } from '../../search-url.ts'

/** The state of the list, kept in the address and nowhere else. */
export function useSearchState() {
  const route = useRoute()
  const router = useRouter()
  const read = computed(() => readSearch(route.query))
  const isHere = computed(() => route.path === patterns.search || route.path === patterns.home)
  /** Parameters that meant nothing; said once, until the next change. */
  const dropped = ref<readonly string[]>([])

  // An address written by hand is put into its one form, so that equal states stay equal addresses.
  watch(
    () => route.fullPath,
    async () => {
      if (!isHere.value) return
      const { state, dropped: unknown } = read.value
      const canonical = router.resolve({ path: route.path, query: writeSearch(state) })
      if (canonical.fullPath === route.fullPath) return
      dropped.value = unknown
      await router.replace(canonical)
    },
    { immediate: true },
  )

  const go = (state: Partial<SearchState>) => {
    dropped.value = []
    return router.push(searchPath({ ...read.value.state, ...state }))
  }
  const firstPage = { page: 1, after: null, before: null }

  return {
    state: computed(() => read.value.state),
    dropped,
    /** Leaves out a condition whose codes nothing has; an old link then still leads somewhere. */
    leaveOut: async (patch: Partial<SearchState>, names: readonly string[]) => {
      await router.replace(searchPath({ ...read.value.state, ...patch, ...firstPage }))
      dropped.value = names
    },
    /** Changes what is searched or how; the list begins again at its first page. */
    change: (patch: Partial<SearchState>) => go({ ...patch, ...firstPage }),
    /** Walks to another page of the same list. */
    turn: (place: Pick<SearchState, 'page' | 'after' | 'before'>) => go(place.page < 2 ? firstPage : place),
    /** Lifts every condition; words, scope and order stay. */
    clear: () => {
      const { q, scope, sort } = read.value.state
      return go({ ...blankSearch, q, scope, sort })
    },
  }
}
