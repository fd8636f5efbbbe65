import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/desk-text.ts'

export type Duty = EnumOf<'ContactDuty'>

const keys = {
  REPRESENTATIVE: 'desk.representative',
  SALES: 'desk.sales',
  BILLING: 'desk.billing',
} as const satisfies Record<Duty, Parameters<typeof t>[0]>

export const dutyName = (duty: Duty): string => t(keys[duty])

export const duties = () =>
  (['REPRESENTATIVE', 'SALES', 'BILLING'] as const).map(value => ({ value, label: dutyName(value) }))
