import { t } from '../../locales/desk-text.ts'
import { day } from '../../parts/format/day.ts'
import { won } from '../../parts/format/won.ts'
import type { Claim } from './claim-form.ts'

/** What a claim says, in one line. */
export function claimLine(claim: Claim): string {
  return [claim.category?.name, ...linesOf(claim)].filter(Boolean).join(' · ')
}

function linesOf(claim: Claim): (string | null)[] {
  if (claim.type === 'SupplyCapacity') {
    const { quantityPerMonth: count, unit, people, facilities } = claim
    const quantity =
      count === null ? null : t('claim.perMonth', { count: count.toLocaleString('ko-KR'), unit: unit ?? '' })
    return [quantity, people === null ? null : t('claim.people', { people }), facilities]
  }
  if (claim.type === 'DeliveryRecord') {
    const { client, item, amount, deliveredOn } = claim
    return [
      t('claim.delivered', { client, item }),
      t('claim.deliveredFor', { amount: won(amount), day: day(deliveredOn) }),
    ]
  }
  const { regions, leadDays, payment, afterService } = claim
  const where = regions.map(({ fullName }) => fullName).join(', ') || t('own.nationwide')
  return [where, leadDays === null ? null : t('product.leadDays', { days: leadDays }), payment, afterService]
}
