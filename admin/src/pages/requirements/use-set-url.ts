import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

interface Place {
  /** Day for which it is worked out who falls out; null: today. */
  asOf: string | null
  /** Version to compare with; null: the one before. */
  compare: string | null
}

/** What of a version is in view, as its address holds it. */
export function useSetUrl() {
  const route = useRoute()
  const router = useRouter()
  const place = computed<Place>(() => ({
    asOf: dayIn(route.query['asOf']),
    compare: typeof route.query['compare'] === 'string' ? route.query['compare'] : null,
  }))
  const change = (patch: Partial<Place>) => {
    const { asOf, compare } = { ...place.value, ...patch }
    return router.replace({ path: route.path, query: { ...(asOf && { asOf }), ...(compare && { compare }) } })
  }
  return { place, change }
}

const dayIn = (text: unknown): string | null =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : null
