import type { ResultOf, VariablesOf } from '../../api/graphql.ts'
import { t } from '../../locales/desk-text.ts'
import { numberOf, textOf, type FormField, type Values } from '../../desk/fields/fields.ts'
import type { AddProduct, ProductRow } from './own.documents.ts'

type Product = ResultOf<typeof ProductRow>

export const productFields = (): FormField[] => [
  { name: 'name', label: t('own.productName'), kind: 'text', isRequired: true },
  { name: 'category', label: t('own.category'), kind: 'category', isRequired: true },
  { name: 'spec', label: t('own.spec'), kind: 'long' },
  { name: 'price', label: t('own.price'), kind: 'won', suffix: t('own.won'), hint: t('own.priceHint') },
  { name: 'unit', label: t('own.unit'), kind: 'text', isRequired: true, hint: t('own.unitHint') },
  { name: 'includesVat', label: t('own.includesVat'), kind: 'check' },
  { name: 'minimumOrder', label: t('own.minimumOrder'), kind: 'number' },
  { name: 'leadDays', label: t('own.leadDays'), kind: 'number', suffix: t('own.days') },
  { name: 'deliveryRegions', label: t('own.deliveryRegion'), kind: 'region' },
]

export function productValues(product: Product | undefined): Values {
  if (!product) return { includesVat: 'yes', minimumOrder: '1' }
  const { name, category, spec, price, unit, includesVat, minimumOrder, leadDays } = product
  return {
    ...{ name, unit, category: category?.code ?? '', spec: spec ?? '', price: price?.toString() ?? '' },
    ...{ includesVat: includesVat ? 'yes' : '', minimumOrder: String(minimumOrder) },
    leadDays: leadDays?.toString() ?? '',
    deliveryRegions: product.deliveryRegions[0]?.code ?? '',
  }
}

export const productInput = (
  values: Values,
  stored: Product | undefined,
): VariablesOf<typeof AddProduct>['product'] => ({
  name: values['name'] ?? '',
  category: values['category'] ?? '',
  spec: textOf(values, 'spec'),
  price: numberOf(values, 'price'),
  unit: values['unit'] ?? '',
  includesVat: values['includesVat'] === 'yes',
  minimumOrder: numberOf(values, 'minimumOrder') ?? 1,
  leadDays: numberOf(values, 'leadDays'),
  deliveryRegions: regionsOf(textOf(values, 'deliveryRegions'), stored?.deliveryRegions ?? []),
})

/** The form shows the first region; as long as that one stands, the others stand too. */
export function regionsOf(chosen: string | null, stored: readonly { code: string }[]): string[] {
  if (chosen === null) return []
  return chosen === stored[0]?.code ? stored.map(({ code }) => code) : [chosen]
}
