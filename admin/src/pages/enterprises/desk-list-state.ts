import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { EnumOf, VariablesOf } from '../../api/graphql.ts'
import type { ListQuery } from '../../desk/lists/view-query.ts'
import { t } from '../../locales/desk-text.ts'
import { staffEnterprisesPath } from '../../paths.ts'
import type { DeskList } from './desk-list.documents.ts'

/** The state of the list as its address holds it: back, reload and a mailed link restore it. */
const pageSize = 50

export const columnKeys = [
  'state',
  'certifications',
  'expiry',
  'region',
  'products',
  'passport',
  'review',
  'keeper',
  'updated',
] as const
export type ColumnKey = (typeof columnKeys)[number]
export const columnLabels: Record<ColumnKey, string> = {
  state: t('queue.state'),
  certifications: t('desk.certifications'),
  expiry: t('lists.expiry'),
  region: t('desk.region'),
  products: t('desk.products'),
  passport: t('lists.passport'),
  review: t('lists.lastReview'),
  keeper: t('lists.keeper'),
  updated: t('lists.updated'),
}
const usual: readonly ColumnKey[] = [
  'state',
  'certifications',
  'expiry',
  'region',
  'products',
  'passport',
  'review',
]

const sorts = {
  name: 'NAME',
  newest: 'NEWEST',
  updated: 'UPDATED',
  expiry: 'EXPIRY',
  reviewed: 'REVIEWED',
} as const
export type Sort = keyof typeof sorts
const states = { draft: 'DRAFT', published: 'PUBLISHED', withdrawn: 'WITHDRAWN' } as const
const keepers = { own: 'OWN', nobody: 'NOBODY' } as const
const reviewed = { open: 'OPEN', closed: 'CLOSED', never: 'NEVER' } as const

const names = [
  'q',
  'state',
  'cert',
  'within',
  'region',
  'keeper',
  'reviewed',
  'sort',
  'cols',
  'after',
  'before',
]

export function useDeskListState() {
  const route = useRoute()
  const router = useRouter()
  const query = computed<ListQuery>(() =>
    Object.fromEntries(
      names.flatMap(name => {
        const text = route.query[name]
        return typeof text === 'string' && text !== '' ? [[name, text]] : []
      }),
    ),
  )
  /** Other conditions or another order begin at the first page. */
  const change = (patch: ListQuery, isTyped = false) => {
    const next = staffEnterprisesPath({ ...query.value, after: '', before: '', ...patch })
    return isTyped ? router.replace(next) : router.push(next)
  }
  return { query, change, open: (view: ListQuery) => router.push(staffEnterprisesPath(view)) }
}

/** What an address says that nobody could have chosen is as if it were not there. */
export function filterOf(query: ListQuery): NonNullable<VariablesOf<typeof DeskList>['filter']> {
  const kinds = query['cert']?.split(',').filter(Boolean) ?? []
  const days = /^\d{1,4}$/.test(query['within'] ?? '') ? Number(query['within']) : null
  const state = valueIn<EnumOf<'EnterpriseState'>>(states, query['state'])
  const keeper = valueIn<EnumOf<'Keeper'>>(keepers, query['keeper'])
  const seen = valueIn<EnumOf<'Reviewed'>>(reviewed, query['reviewed'])
  return {
    ...(query['q'] && { words: query['q'].slice(0, 100) }),
    ...(state && { states: [state] }),
    ...(kinds.length > 0 && { certifications: kinds }),
    ...(days !== null && { expiresWithin: Math.min(days, 3_650) }),
    ...(/^\d{2,10}$/.test(query['region'] ?? '') && { region: query['region'] }),
    ...(keeper && { keeper }),
    ...(seen && { reviewed: seen }),
  }
}

export function sortOf(query: ListQuery): Sort {
  const text = query['sort'] ?? ''
  return isKeyOf(sorts, text) ? text : 'name'
}

export const listVariables = (query: ListQuery): VariablesOf<typeof DeskList> => ({
  filter: filterOf(query),
  sort: sorts[sortOf(query)],
  ...(query['before']
    ? { last: pageSize, before: query['before'] }
    : { first: pageSize, after: query['after'] ?? null }),
})

export function columnsOf(query: ListQuery): readonly ColumnKey[] {
  const named = query['cols']?.split(',') ?? []
  const known = columnKeys.filter(key => named.includes(key))
  return known.length > 0 ? known : usual
}

const isKeyOf = <Key extends string>(table: Record<Key, unknown>, text: string): text is Key =>
  Object.hasOwn(table, text)

const valueIn = <Value>(table: Record<string, Value>, text: string | undefined): Value | undefined =>
  text !== undefined && isKeyOf(table, text) ? table[text] : undefined
