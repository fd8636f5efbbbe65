import type { ResultOf } from '../api/graphql.ts'
import { t } from '../locales/text.ts'
import { day } from './format/day.ts'
import { won } from './format/won.ts'
import type { PassportFields } from './passport.fragment.ts'

export type Credential = ResultOf<typeof PassportFields>['credentials'][number]
type Of<Type extends Credential['type']> = Extract<Credential, { type: Type }>

/** What an enterprise says of itself in one credential, line by line. */
export function claimOf(credential: Credential): string[] {
  const lines = [credential.category?.name, ...linesOf(credential)]
  return lines.filter(line => typeof line === 'string').filter(Boolean)
}

function linesOf(credential: Credential): (string | null)[] {
  if (credential.type === 'SupplyCapacity') return capacityLines(credential)
  if (credential.type === 'DeliveryRecord') return deliveryLines(credential)
  return termLines(credential)
}

function capacityLines({ quantityPerMonth, unit, people, facilities }: Of<'SupplyCapacity'>) {
  return [
    said(quantityPerMonth, count =>
      t('claim.perMonth', { count: count.toLocaleString('ko-KR'), unit: unit ?? '' }),
    ),
    said(people, count => t('claim.people', { people: count })),
    facilities,
  ]
}

function deliveryLines({ client, item, amount, deliveredOn, contractNumber }: Of<'DeliveryRecord'>) {
  return [
    t('claim.delivered', { client, item }),
    t('claim.deliveredFor', { amount: won(amount), day: day(deliveredOn) }),
    said(contractNumber, number => t('claim.contract', { number })),
  ]
}

function termLines({ regions, leadDays, minimumOrder, payment, afterService }: Of<'DeliveryTerms'>) {
  return [
    regions.map(region => region.fullName).join(', ') || t('product.nationwide'),
    said(leadDays, days => t('product.leadDays', { days })),
    said(minimumOrder, count => t('claim.minimumOrder', { count: count.toLocaleString('ko-KR') })),
    payment,
    afterService,
  ]
}

function said<Value>(value: Value | null, write: (value: Value) => string): string | null {
  return value === null ? null : write(value)
}
