import { useMutation, useQuery } from '@urql/vue'
import type { CombinedError } from '@urql/core'
import { computed, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { t } from '../../locales/matching-text.ts'
import { saidByServer } from '../../parts/said-by-server.ts'
import { isMatchState, isMatchType, type MatchType } from './match-words.ts'
import {
  AddMatch,
  ChooseMatch,
  LeaveOutMatch,
  Matches,
  PinMatch,
  ProposeMatches,
} from './matches.documents.ts'

const atOnce = 100
const usual: MatchType[] = ['MUTUAL', 'BUYER', 'ENTERPRISE', 'ITEM', 'CATEGORY']

/** The matches of an event as the address narrows them, and what can be done with them. */
export function useMatches(event: () => string) {
  const route = useRoute()
  const router = useRouter()
  const first = ref(atOnce)
  const asked = computed(() => {
    const { type, state, who } = route.query
    return {
      type: typeof type === 'string' && isMatchType(type) ? type : null,
      state: isMatchState(state) ? state : null,
      who: typeof who === 'string' ? who : null,
    }
  })
  const ask = (change: Record<string, string | null>) => {
    first.value = atOnce
    const query = { ...route.query, ...change }
    return router.replace({
      query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null)),
    })
  }
  const { data, error, executeQuery } = useQuery({
    query: Matches,
    variables: computed(() => ({
      event: event(),
      filter: {
        types: asked.value.type === null ? null : [asked.value.type],
        state: asked.value.state,
        who: asked.value.who,
      },
      first: first.value,
    })),
  })
  const again = () => executeQuery({ requestPolicy: 'network-only' })
  const failure = ref('')
  const done = ref('')
  const isBusy = ref(false)
  const { executeMutation: proposeOnce } = useMutation(ProposeMatches)
  const { executeMutation: pinOnce } = useMutation(PinMatch)
  const { executeMutation: leaveOutOnce } = useMutation(LeaveOutMatch)
  const { executeMutation: chooseOnce } = useMutation(ChooseMatch)
  const { executeMutation: addOnce } = useMutation(AddMatch)

  async function change<Answer extends { error?: CombinedError | undefined }>(work: () => Promise<Answer>) {
    if (isBusy.value) return null
    isBusy.value = true
    failure.value = ''
    done.value = ''
    const answer = await work()
    isBusy.value = false
    if (answer.error) failure.value = saidByServer(answer.error)
    else again()
    return answer.error ? null : answer
  }

  return {
    asked,
    ask,
    board: computed(() => data.value?.matchBoard ?? null),
    isThere: computed(() => data.value?.matchBoard !== null),
    hasAnswer: computed(() => data.value !== undefined),
    error,
    again,
    failure,
    done,
    isBusy,
    more: () => (first.value += atOnce),
    async propose(hasRegion: boolean) {
      const types: MatchType[] = hasRegion ? [...usual, 'REGION'] : usual
      const answer = await change(() => proposeOnce({ event: event(), types }))
      const found = answer?.data?.proposeMatches
      if (found) done.value = t('matches.proposed', { chosen: found.chosen, leftOut: found.leftOut })
    },
    pin: (id: string, isPinned: boolean) => change(() => pinOnce({ id, isPinned })),
    leaveOut: (id: string, reason: string) => change(() => leaveOutOnce({ id, reason })),
    choose: (id: string) => change(() => chooseOnce({ id })),
    add: (enterprise: string, department: string) => change(() => addOnce({ enterprise, department })),
  }
}
