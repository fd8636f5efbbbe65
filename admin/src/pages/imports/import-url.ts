import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { EnumOf } from '../../api/graphql.ts'

/** What of an import is in view, as its address holds it: back, reload and a mailed link restore it. */
const steps = ['columns', 'preview', 'apply'] as const
export type Step = (typeof steps)[number]

export const shownKinds = ['NEW', 'CHANGED', 'UNMATCHED', 'ENDED', 'GONE', 'MOVED', 'ERRORS'] as const
export type ShownKind = (typeof shownKinds)[number]

interface Place {
  step: Step | null
  kind: ShownKind | null
  gone: 'REVIEW' | 'LEAVE'
  after: string | null
  before: string | null
}

export function useImportUrl() {
  const route = useRoute()
  const router = useRouter()
  const place = computed<Place>(() => ({
    step: oneOf(steps, route.query['step']),
    kind: oneOf(shownKinds, route.query['kind']),
    gone: route.query['gone'] === 'LEAVE' ? 'LEAVE' : 'REVIEW',
    after: textOf(route.query['after']),
    before: textOf(route.query['before']),
  }))
  /** Another step or kind begins at its first page. */
  const change = (patch: Partial<Place>) => {
    const next = { ...place.value, after: null, before: null, ...patch }
    const query = {
      ...(next.step && { step: next.step }),
      ...(next.kind && { kind: next.kind }),
      ...(next.gone === 'LEAVE' && { gone: next.gone }),
      ...(next.after && { after: next.after }),
      ...(next.before && { before: next.before }),
    }
    return router.push({ path: route.path, query })
  }
  return { place, change }
}

/** A page of a list that is walked by cursors. */
export const pageAt = ({ after, before }: Pick<Place, 'after' | 'before'>, size: number) =>
  before === null ? { first: size, after } : { last: size, before }

/** The step at which the work stands, unless the address says another one. */
export function stepOf(state: EnumOf<'ImportState'>, isTable: boolean): Step {
  if (state === 'CHECKING' || state === 'PREVIEWED' || state === 'MOVED') return 'preview'
  if (state === 'UPLOADED' || state === 'FAILED' || state === 'INTERRUPTED')
    return isTable ? 'columns' : 'preview'
  return 'apply'
}

const oneOf = <Value extends string>(values: readonly Value[], text: unknown): Value | null =>
  values.find(value => value === text) ?? null

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
