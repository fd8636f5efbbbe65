import type { ResultOf } from '../api/graphql.ts'
import { t } from '../locales/text.ts'
import { day } from './format/day.ts'
import { won } from './format/won.ts'
import type { PassportFields } from './passport.fragment.ts'

export type Credential = ResultOf<typeof PassportFields>['credentials'][number]

/** What an enterprise says of itself in one credential, line by line. */
export function claimOf(credential: Credential): string[] {
  const lines = [credential.category?.name, ...linesOf(credential)]
  return lines.filter(line => typeof line === 'string').filter(Boolean)
}

function linesOf(credential: Credential): (string | null)[] {
  switch (credential.__typename) {
    case 'SupplyCapacity':
      return [
        said(credential.quantityPerMonth, count =>
          t('claim.perMonth', { count: count.toLocaleString('ko-KR'), unit: credential.unit ?? '' }),
        ),
        said(credential.people, people => t('claim.people', { people })),
        credential.facilities,
      ]
    case 'DeliveryRecord':
      return [
        t('claim.delivered', { client: credential.client, item: credential.item }),
        t('claim.deliveredFor', { amount: won(credential.amount), day: day(credential.deliveredOn) }),
        said(credential.contractNumber, number => t('claim.contract', { number })),
      ]
    case 'DeliveryTerms':
      return [
        credential.regions.map(region => region.fullName).join(', ') || t('product.nationwide'),
        said(credential.leadDays, days => t('product.leadDays', { days })),
        said(credential.minimumOrder, count =>
          t('claim.minimumOrder', { count: count.toLocaleString('ko-KR') }),
        ),
        credential.payment,
        credential.afterService,
      ]
  }
}

function said<Value>(value: Value | null, write: (value: Value) => string): string | null {
  return value === null ? null : write(value)
}
