import { useClientHandle, useMutation, useQuery } from '@urql/vue'
import type { CombinedError } from '@urql/core'
import { computed, onBeforeUnmount, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { VariablesOf } from '../../api/graphql.ts'
import { t } from '../../locales/matching-text.ts'
import { saidByServer } from '../../parts/said-by-server.ts'
import {
  DiscardTimetable,
  MoveInTimetable,
  OneTimetable,
  PinInTimetable,
  PublishTimetable,
  ReplanTimetable,
  RunTimetable,
  StopTimetable,
  TimetableMoves,
  TimetableRounds,
} from './timetable.documents.ts'
import { pairOf, whereOf } from './timetable-words.ts'

const pollMs = 700

/** The timetable that the address names, or the newest of its round; and what can be done with it. */
export function useTimetable(event: () => string) {
  const route = useRoute()
  const router = useRouter()
  const { client } = useClientHandle()
  const inAddress = (name: string) => (typeof route.query[name] === 'string' ? route.query[name] : null)
  const ask = (change: Record<string, string | null>) => {
    const query = { ...route.query, ...change }
    return router.replace({
      query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null)),
    })
  }
  const rounds = useQuery({ query: TimetableRounds, variables: computed(() => ({ event: event() })) })
  const list = computed(() => rounds.data.value?.timetableRounds ?? null)
  const round = computed(
    () => list.value?.find(({ id }) => id === inAddress('round')) ?? list.value?.[0] ?? null,
  )
  const run = computed(
    () => round.value?.runs.find(({ id }) => id === inAddress('v')) ?? round.value?.runs[0] ?? null,
  )
  const one = useQuery({
    query: OneTimetable,
    variables: computed(() => ({ id: run.value?.id ?? '' })),
    pause: computed(() => run.value === null),
  })
  const timetable = computed(() => (run.value === null ? null : (one.data.value?.timetable ?? null)))
  const again = () => {
    rounds.executeQuery({ requestPolicy: 'network-only' })
    if (run.value !== null) one.executeQuery({ requestPolicy: 'network-only' })
  }
  // One question after the other: asked anew, an open one is taken back, and on a slow day none would be answered.
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLeft = false
  const watchSearch = async () => {
    const id = run.value?.id
    if (id !== undefined && timetable.value?.state === 'SOLVING') {
      await client.query(OneTimetable, { id }, { requestPolicy: 'network-only' })
      if (timetable.value?.state !== 'SOLVING') rounds.executeQuery({ requestPolicy: 'network-only' })
    }
    if (!isLeft) watchLater()
  }
  const watchLater = () => void (timer = setTimeout(() => void watchSearch(), pollMs))
  watchLater()
  onBeforeUnmount(() => {
    isLeft = true
    clearTimeout(timer)
  })

  const failure = ref('')
  const done = ref('')
  const isBusy = ref(false)
  watch(
    () => run.value?.id,
    () => (done.value = ''),
  )
  async function change<Answer extends { error?: CombinedError | undefined }>(
    work: (id: string) => Promise<Answer>,
  ): Promise<Answer | null> {
    if (isBusy.value) return null
    isBusy.value = true
    failure.value = ''
    const answer = await work(run.value?.id ?? '')
    isBusy.value = false
    if (answer.error) failure.value = saidByServer(answer.error)
    else again()
    return answer.error ? null : answer
  }
  const { executeMutation: runOnce } = useMutation(RunTimetable)
  const { executeMutation: stopOnce } = useMutation(StopTimetable)
  const { executeMutation: discardOnce } = useMutation(DiscardTimetable)
  const { executeMutation: moveOnce } = useMutation(MoveInTimetable)
  const { executeMutation: pinOnce } = useMutation(PinInTimetable)
  const { executeMutation: replanOnce } = useMutation(ReplanTimetable)
  const { executeMutation: publishOnce } = useMutation(PublishTimetable)

  return {
    rounds: list,
    round,
    run,
    timetable,
    error: computed(() => rounds.error.value ?? one.error.value),
    again,
    ask,
    inAddress,
    failure,
    done,
    isBusy,
    async solve(seconds: number) {
      const id = round.value?.id ?? ''
      const answer = await change(() => runOnce({ round: id, seconds }))
      if (answer?.data) await ask({ v: answer.data.runTimetable?.id ?? null })
    },
    stop: () => change(id => stopOnce({ id })),
    async discard() {
      if (await change(id => discardOnce({ id }))) await ask({ v: null })
    },
    async move(match: string, slot: string, place: string) {
      const before = timetable.value
      const cell = before?.cells.find(({ matchId }) => matchId === match)
      done.value = ''
      if (!(await change(id => moveOnce({ id, match, slot, place }))) || !before || !cell) return
      const to = whereOf(before, { slotId: slot, placeId: place })
      done.value = t('timetable.didMove', { pair: pairOf(cell), from: whereOf(before, cell), to })
    },
    pin: (match: string, isPinned: boolean) => change(id => pinOnce({ id, match, isPinned })),
    async replan(because: VariablesOf<typeof ReplanTimetable>['because']) {
      const answer = await change(id => replanOnce({ id, because }))
      if (answer?.data) await ask({ v: answer.data.replanTimetable?.id ?? null })
      return answer !== null
    },
    async publish() {
      const answer = await change(id => publishOnce({ id }))
      const number = answer?.data?.publishTimetable?.number
      if (number !== undefined) done.value = t('timetable.didPublish', { number })
      return answer !== null
    },
    /** Where a meeting could go: asked anew each time, because others move as well. */
    async movesFor(match: string) {
      const id = run.value?.id ?? ''
      const { data, error } = await client.query(
        TimetableMoves,
        { id, match },
        { requestPolicy: 'network-only' },
      )
      if (error) failure.value = saidByServer(error)
      return data?.timetableMoves ?? null
    },
  }
}
