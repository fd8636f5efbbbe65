import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/plans-text.ts'

export type Visibility = EnumOf<'PlanVisibility'>

export const visibilityText: Record<Visibility, string> = {
  PUBLIC: t('plans.public'),
  PARTICIPANTS: t('plans.participants'),
  CENTER: t('plans.center'),
  DEPARTMENT: t('plans.departmentOnly'),
}

/** What staff can choose; officers can keep something within their department besides. */
export const visibilityOptions = (isOfficer: boolean): { value: Visibility; label: string }[] =>
  (['PUBLIC', 'PARTICIPANTS', 'CENTER', 'DEPARTMENT'] as const)
    .filter(value => isOfficer || value !== 'DEPARTMENT')
    .map(value => ({ value, label: visibilityText[value] }))

/** Won as budgets count it: 42,000,000 → 42000. */
export const thousandsOf = (won: number | null): string => (won === null ? '' : String(won / 1000))

/** The digits of what was typed in thousands; null for an empty box. */
export function wonOf(thousands: string): number | null | 'unreadable' {
  const text = thousands.normalize('NFKC').replaceAll(/[,\s]/g, '')
  if (text === '') return null
  const won = Math.round(Number(text) * 1000)
  return /^\d{1,12}(\.\d{1,3})?$/.test(text) && won > 0 ? won : 'unreadable'
}

export const monthOptions = [
  { value: '', label: '-' },
  ...Array.from({ length: 12 }, (_, at) => ({
    value: String(at + 1),
    label: t('plans.monthOf', { month: at + 1 }),
  })),
]
