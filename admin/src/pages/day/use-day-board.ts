import { useQuery } from '@urql/vue'
import { computed, onBeforeUnmount, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { client } from '../../api/client.ts'
import { readFragment, type ResultOf } from '../../api/graphql.ts'
import { BoardMeetingFields, DayBoard, DayStamp } from './day.documents.ts'

/** Newer than two seconds: screens of the desk are looked at while things happen. */
const askMs = 1_500

export type BoardMeeting = ReturnType<typeof readBoardMeeting>
const readBoardMeeting = (meeting: NonNullable<ResultOf<typeof DayBoard>['dayBoard']>['meetings'][number]) =>
  readFragment(BoardMeetingFields, meeting)

/** The board of a day, read anew whenever its stamp or the slot of now has changed. */
export function useDayBoard(eventId: () => string) {
  const route = useRoute()
  const router = useRouter()
  const asked = computed(() => {
    const dayId = route.query['day']
    return { eventId: eventId(), dayId: typeof dayId === 'string' ? dayId : null }
  })
  const { data, error, fetching, executeQuery } = useQuery({ query: DayBoard, variables: asked })
  const board = computed(() => data.value?.dayBoard)
  const meetings = computed(() => board.value?.meetings.map(readBoardMeeting) ?? [])
  const risks = computed(() => {
    const ids = new Set(board.value?.risks.map(({ id }) => id))
    return meetings.value.filter(({ id }) => ids.has(id))
  })
  const isLost = shallowRef(false)
  const now = shallowRef(new Date())
  watch(board, read => read && (now.value = new Date(read.now)))

  const reload = () => executeQuery({ requestPolicy: 'network-only' })

  async function look() {
    if (document.visibilityState === 'hidden' || !board.value) return
    const { data: answer, error: problem } = await client.query(
      DayStamp,
      { eventId: eventId(), dayId: board.value.dayId },
      { requestPolicy: 'network-only' },
    )
    isLost.value = problem !== undefined && problem.graphQLErrors.length === 0
    const seen = answer?.dayBoard
    if (!seen || !board.value) return
    now.value = new Date(seen.now)
    const hasChanged =
      seen.stamp !== board.value.stamp ||
      seen.currentSlotId !== board.value.currentSlotId ||
      seen.nextSlotId !== board.value.nextSlotId ||
      seen.isToday !== board.value.isToday
    if (hasChanged) reload()
  }
  const timer = setInterval(() => void look(), askMs)
  onBeforeUnmount(() => clearInterval(timer))

  return {
    board,
    meetings,
    risks,
    error,
    fetching,
    isLost,
    now,
    reload,
    choose: (dayId: string) => void router.replace({ query: { ...route.query, day: dayId } }),
  }
}
