import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { isDay } from '../search-values.ts'
import { dayInSeoul } from './format/day.ts'

/**
 * The day on which certificates are judged: the one in the address (`?date=`), otherwise today in Seoul.
 * It is in the address so that a judged page can be mailed.
 */
export function useContractDay() {
  const route = useRoute()
  const router = useRouter()
  const today = dayInSeoul(new Date())
  const day = computed(() => {
    const asked = route.query['date']
    return typeof asked === 'string' && isDay(asked) ? asked : today
  })
  const choose = (chosen: string) => {
    const query = isDay(chosen) && chosen !== today ? { date: chosen } : {}
    return router.replace({ path: route.path, query })
  }
  return { day, choose }
}
