import { won } from '../../parts/format/won.ts'
import { t } from '../../locales/text.ts'
import type { SearchState } from '../../search-url.ts'

/** A condition in force: how it reads, and the state without it. */
export interface Condition {
  id: string
  text: string
  without: Partial<SearchState>
}

/** The search in words: what was typed, and every condition. */
export const nameOfSearch = (state: SearchState, conditions: readonly Condition[]): string =>
  [state.q, ...conditions.map(({ text }) => text)].filter(Boolean).join(' · ')

type Labels = (key: 'CERTIFICATION' | 'CATEGORY' | 'REGION', value: string) => string

/** The conditions that narrow the list in view, in the order of the panel. */
export function conditionsOf(state: SearchState, label: Labels): Condition[] {
  const { cert, cat, region } = state
  const shared: Condition[] = [
    ...cert.map(value => ({
      id: `cert-${value}`,
      text: label('CERTIFICATION', value),
      without: { cert: less(cert, value) },
    })),
    ...cat.map(value => ({
      id: `cat-${value}`,
      text: label('CATEGORY', value),
      without: { cat: less(cat, value) },
    })),
    ...region.map(value => ({
      id: `region-${value}`,
      text: label('REGION', value),
      without: { region: less(region, value) },
    })),
  ]
  if (state.exactly) shared.unshift({ id: 'exactly', text: t('search.exactly'), without: { exactly: false } })
  if (state.cred) shared.push({ id: 'cred', text: t('search.hasDeliveryRecord'), without: { cred: false } })
  return state.scope === 'products' ? [...shared, ...productConditions(state)] : shared
}

function productConditions({ min, max, lead }: SearchState): Condition[] {
  const conditions: Condition[] = []
  if (min !== null)
    conditions.push({ id: 'min', text: t('search.atLeast', { amount: won(min) }), without: { min: null } })
  if (max !== null)
    conditions.push({ id: 'max', text: t('search.atMost', { amount: won(max) }), without: { max: null } })
  if (lead !== null)
    conditions.push({ id: 'lead', text: t('search.within', { days: lead }), without: { lead: null } })
  return conditions
}

const less = (values: readonly string[], value: string) => values.filter(other => other !== value)
export const toggled = (values: readonly string[], value: string) =>
  values.includes(value) ? less(values, value) : [...values, value]
