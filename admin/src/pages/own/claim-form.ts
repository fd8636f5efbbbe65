import type { ResultOf, VariablesOf } from '../../api/graphql.ts'
import { t } from '../../locales/desk-text.ts'
import { numberOf, textOf, type FormField, type Values } from '../../desk/fields/fields.ts'
import type { ClaimRow, StateClaim } from './own.documents.ts'
import { regionsOf } from './product-form.ts'

export type Claim = ResultOf<typeof ClaimRow>['claim']
export const claimKinds = ['SupplyCapacity', 'DeliveryRecord', 'DeliveryTerms'] as const
export type ClaimKind = (typeof claimKinds)[number]

export const claimName: Record<ClaimKind, () => string> = {
  SupplyCapacity: () => t('own.capacity'),
  DeliveryRecord: () => t('own.record'),
  DeliveryTerms: () => t('own.terms'),
}

export const claimFields: Record<ClaimKind, () => FormField[]> = {
  SupplyCapacity: () => [
    { name: 'quantityPerMonth', label: t('own.quantity'), kind: 'number' },
    { name: 'unit', label: t('own.unit'), kind: 'text', hint: t('own.unitHint') },
    { name: 'people', label: t('own.people'), kind: 'number', suffix: t('desk.unit') },
    { name: 'facilities', label: t('own.facilities'), kind: 'long' },
    { name: 'category', label: t('own.claimCategory'), kind: 'category' },
  ],
  DeliveryRecord: () => [
    { name: 'client', label: t('own.client'), kind: 'text', isRequired: true },
    { name: 'item', label: t('own.item'), kind: 'text', isRequired: true },
    { name: 'amount', label: t('own.amount'), kind: 'won', suffix: t('own.won'), isRequired: true },
    { name: 'deliveredOn', label: t('own.deliveredOn'), kind: 'date', isRequired: true },
    { name: 'contractNumber', label: t('own.contractNumber'), kind: 'text' },
    { name: 'category', label: t('own.claimCategory'), kind: 'category' },
  ],
  DeliveryTerms: () => [
    { name: 'regions', label: t('own.deliveryRegion'), kind: 'region' },
    { name: 'leadDays', label: t('own.leadDays'), kind: 'number', suffix: t('own.days') },
    { name: 'minimumOrder', label: t('own.minimumOrder'), kind: 'number' },
    { name: 'payment', label: t('own.payment'), kind: 'text' },
    { name: 'afterService', label: t('own.afterService'), kind: 'long' },
    { name: 'category', label: t('own.claimCategory'), kind: 'category' },
  ],
}

export function claimValues(claim: Claim | undefined): Values {
  if (!claim) return {}
  const category = claim.category?.code ?? ''
  const said = Object.entries(claim).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
  )
  const region = claim.type === 'DeliveryTerms' ? (claim.regions[0]?.code ?? '') : ''
  return { ...Object.fromEntries(said), regions: region, category }
}

export function claimInput(
  kind: ClaimKind,
  values: Values,
  stored: Claim | undefined,
): VariablesOf<typeof StateClaim>['claim'] {
  const text = (name: string) => textOf(values, name)
  const number = (name: string) => numberOf(values, name)
  const category = text('category')
  if (kind === 'SupplyCapacity') {
    const [quantityPerMonth, people] = [number('quantityPerMonth'), number('people')]
    const supplyCapacity = { quantityPerMonth, people, unit: text('unit'), facilities: text('facilities') }
    return { category, supplyCapacity }
  }
  if (kind === 'DeliveryRecord') {
    const { client = '', item = '', deliveredOn = '' } = values
    const amount = number('amount') ?? 0
    return {
      category,
      deliveryRecord: { client, item, deliveredOn, amount, contractNumber: text('contractNumber') },
    }
  }
  const regions = regionsOf(text('regions'), stored?.type === 'DeliveryTerms' ? stored.regions : [])
  const [leadDays, minimumOrder] = [number('leadDays'), number('minimumOrder')]
  const [payment, afterService] = [text('payment'), text('afterService')]
  return { category, deliveryTerms: { regions, leadDays, minimumOrder, payment, afterService } }
}
