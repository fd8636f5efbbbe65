import { computed, ref, watch } from 'vue'
import type { ResultOf } from '../../api/graphql.ts'
import type { ReviewItemFields } from './review.documents.ts'

type Item = ResultOf<typeof ReviewItemFields>
type File = Item['files'][number]

/** A file of the case, and the items that it is to bear out. */
export interface CaseDocument extends File {
  numbers: number[]
}

/** The files of one case, and the one in view: it follows the item in hand, until another is chosen. */
export function useDocuments(items: () => readonly Item[], number: () => number) {
  const documents = computed(() => documentsOf(items()))
  const chosen = ref<string>()
  const current = computed(() => documents.value.find(({ id }) => id === chosen.value) ?? documents.value[0])

  watch(
    [number, documents],
    () => {
      if (current.value?.numbers.includes(number())) return
      const first = documents.value.find(({ numbers }) => numbers.includes(number()))
      // An item without files leaves on view what was.
      if (first) chosen.value = first.id
    },
    { immediate: true },
  )

  /** The ends meet. */
  function step(by: number) {
    const at = documents.value.findIndex(({ id }) => id === current.value?.id)
    const count = documents.value.length
    if (count > 0) chosen.value = documents.value[(at + by + count) % count]?.id
  }
  return { documents, current, step, choose: (id: string) => void (chosen.value = id) }
}

function documentsOf(items: readonly Item[]): CaseDocument[] {
  const found = new Map<string, CaseDocument>()
  for (const { number, files } of items)
    for (const file of files) {
      const known = found.get(file.id)
      if (known) known.numbers.push(number)
      else found.set(file.id, { ...file, numbers: [number] })
    }
  return [...found.values()]
}
