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

export interface QueueState {
  view: View
  sort: Sort
  after: string | null
  before: string | null
}

export function useQueueState() {
  const route = useRoute()
  const router = useRouter()
  const state = computed<QueueState>(() => ({
    view: keyIn(views, route.query['view']) ?? 'all',
    sort: keyIn(sorts, route.query['sort']) ?? 'queue',
    after: textOf(route.query['after']),
    before: textOf(route.query['before']),
  }))
  /** Another view or order begins at its first page. */
  const change = (patch: Partial<QueueState>) =>
    router.push(reviewsPath({ ...state.value, after: null, before: null, ...patch }))
  return { state, change }
}

export const queueVariables = ({ view, sort, after, before }: QueueState): VariablesOf<typeof Queue> => ({
  view: views[view],
  sort: sorts[sort],
  ...(before === null ? { first: pageSize, after } : { last: pageSize, before }),
})

const keyIn = <Key extends string>(table: Record<Key, unknown>, text: unknown): Key | undefined =>
  keysOf(table).find(key => key === text)

const keysOf = <Key extends string>(table: Record<Key, unknown>): Key[] => {
  const keys: Key[] = []
  for (const key in table) keys.push(key)
  return keys
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
