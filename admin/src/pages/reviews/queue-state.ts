import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { EnumOf, VariablesOf } from '../../api/graphql.ts'
import { reviewsPath } from '../../paths.ts'
import type { Queue } from './review.documents.ts'

/** The state of the queue as its address holds it: back, reload and a mailed link restore it. */
const pageSize = 50

export const views = {
  mine: 'MINE',
  unassigned: 'UNASSIGNED',
  due: 'DUE_SOON',
  answered: 'ANSWERED',
  all: 'ALL',
} as const satisfies Record<string, EnumOf<'ReviewView'>>
export type View = keyof typeof views

const sorts = {
  queue: 'QUEUE',
  due: 'DUE',
  enterprise: 'ENTERPRISE',
  newest: 'NEWEST',
  oldest: 'OLDEST',
} as const satisfies Record<string, EnumOf<'ReviewSort'>>
export type Sort = keyof typeof sorts

export const states = {
  submitted: 'SUBMITTED',
  review: 'IN_REVIEW',
  returned: 'RETURNED',
  again: 'RE_REVIEW',
  approved: 'APPROVED',
  rejected: 'REJECTED',
  suspended: 'SUSPENDED',
  lapsed: 'LAPSED',
} as const satisfies Record<string, EnumOf<'ReviewState'>>
type StateKey = keyof typeof states

export interface QueueState {
  view: View
  sort: Sort
  /** Null: any. */
  state: StateKey | null
  after: string | null
  before: string | null
}

export function useQueueState() {
  const route = useRoute()
  const router = useRouter()
  const state = computed<QueueState>(() => ({
    view: keyIn(views, route.query['view']) ?? 'all',
    sort: keyIn(sorts, route.query['sort']) ?? 'queue',
    state: keyIn(states, route.query['state']) ?? null,
    after: textOf(route.query['after']),
    before: textOf(route.query['before']),
  }))
  /** Another view or order begins at its first page. */
  const change = (patch: Partial<QueueState>) =>
    router.push(reviewsPath({ ...state.value, after: null, before: null, ...patch }))
  /** A view as it was saved; what is not in it is as on a first visit. */
  const open = (query: Readonly<Record<string, string>>) => router.push(reviewsPath(query))
  return { state, change, open }
}

export const filterOf = ({ state }: QueueState) => (state === null ? null : { states: [states[state]] })

export const queueVariables = (queue: QueueState): VariablesOf<typeof Queue> => {
  const { view, sort, after, before } = queue
  return {
    filter: filterOf(queue),
    view: views[view],
    sort: sorts[sort],
    ...(before === null ? { first: pageSize, after } : { last: pageSize, before }),
  }
}

const keyIn = <Key extends string>(table: Record<Key, unknown>, text: unknown): Key | undefined =>
  keysOf(table).find(key => key === text)

export const keysOf = <Key extends string>(table: Record<Key, unknown>): Key[] => {
  const keys: Key[] = []
  for (const key in table) keys.push(key)
  return keys
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
