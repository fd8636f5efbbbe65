import { useClientHandle } from '@urql/vue'
import { shallowRef, watch } from 'vue'
import { Suggestions } from './search.documents.ts'

const mostQuestions = 4
const mostNames = 6

/** Names of categories that begin like the words, or like the beginnings of the words, that found nothing. */
export function useNearCategories(words: () => string) {
  const { client } = useClientHandle()
  const names = shallowRef<readonly string[]>([])
  let latest = 0

  watch(
    words,
    async query => {
      const turn = ++latest
      const answers = await Promise.all(
        beginningsOf(query).map(beginning => client.query(Suggestions, { query: beginning }).toPromise()),
      )
      if (turn !== latest) return
      const near = answers
        .flatMap(({ data }) => data?.suggestions ?? [])
        .filter(({ kind, text }) => kind === 'CATEGORY' && text !== query)
      names.value = [...new Set(near.map(({ text }) => text))].slice(0, mostNames)
    },
    { immediate: true },
  )
  return names
}

/** 친환경 인쇄물품 → 친환경, 인쇄물품, 친환, 인쇄: what it is made for stands in front of a Korean compound. */
function beginningsOf(query: string): string[] {
  const words = query.split(' ').filter(word => word.length > 1)
  const halves = words.filter(word => word.length > 2).map(word => word.slice(0, 2))
  return [...new Set([...words, ...halves])].slice(0, mostQuestions)
}
