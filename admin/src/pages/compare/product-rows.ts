import { readFragment, type ResultOf } from '../../api/graphql.ts'
import { t } from '../../locales/text.ts'
import { won } from '../../parts/format/won.ts'
import { StandingFields, type Comparison } from './compare.documents.ts'
import { plain, type RowOf } from './rows.ts'
import { certificateRow, passportRows, type Standing } from './standing-rows.ts'

type Node = NonNullable<ResultOf<typeof Comparison>['nodes'][number]>
export type ComparedProduct = Extract<Node, { type: 'Product' }>

export const productRows: readonly RowOf<ComparedProduct>[] = [
  ofEnterprise(certificateRow),
  { label: 'search.price', align: 'end', lines: priceLines },
  { label: 'compare.unit', lines: ({ unit }) => plain(unit) },
  {
    label: 'search.leadTime',
    align: 'end',
    lines: ({ leadDays }) =>
      plain(leadDays === null ? t('product.leadTimeUnknown') : t('product.days', { days: leadDays })),
  },
  {
    label: 'product.minimumOrder',
    align: 'end',
    lines: ({ minimumOrder, unit }) =>
      plain(t('product.units', { count: minimumOrder.toLocaleString('ko-KR'), unit })),
  },
  {
    label: 'product.deliveryRegions',
    lines: ({ deliveryRegions }) =>
      plain(deliveryRegions.map(region => region.fullName).join(', ') || t('product.nationwide')),
  },
  { label: 'product.spec', lines: ({ spec }) => plain(spec) },
  {
    label: 'search.category',
    lines: ({ category }) => plain(category?.name ?? t('product.unclassified')),
  },
  ...passportRows.map(ofEnterprise),
]

function priceLines({ price, includesVat }: ComparedProduct) {
  if (price === null) return plain(t('compare.onQuotation'))
  return [{ text: won(price) }, { text: t(includesVat ? 'product.withVat' : 'product.withoutVat') }]
}

function ofEnterprise({ lines, ...row }: RowOf<Standing>): RowOf<ComparedProduct> {
  return { ...row, lines: ({ enterprise }) => lines(readFragment(StandingFields, enterprise)) }
}
