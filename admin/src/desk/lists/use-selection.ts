import { computed, ref, type Ref } from 'vue'

/** Which rows of a list are chosen: some, across its pages, or all that meet its conditions. */
export function useSelection(rows: Ref<readonly { id: string }[]>) {
  const some = ref<ReadonlySet<string>>(new Set())
  const isAll = ref(false)
  const chosen = computed(() => (isAll.value ? new Set(rows.value.map(({ id }) => id)) : some.value))

  return {
    chosen,
    isAll,
    /** Leaving one out of all means those of this page that are left. */
    choose(ids: ReadonlySet<string>) {
      isAll.value = false
      some.value = ids
    },
    chooseAll: () => void (isAll.value = true),
    clear() {
      isAll.value = false
      some.value = new Set()
    },
  }
}
