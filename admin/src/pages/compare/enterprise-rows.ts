import { readFragment, type ResultOf } from '../../api/graphql.ts'
import { t } from '../../locales/text.ts'
import type { Credential } from '../../parts/claims.ts'
import { PassportFields } from '../../parts/passport.fragment.ts'
import { StandingFields, type Comparison } from './compare.documents.ts'
import { plain, type Line, type RowOf } from './rows.ts'
import { certificateRow, passportRows, type Standing } from './standing-rows.ts'

type Node = NonNullable<ResultOf<typeof Comparison>['nodes'][number]>
export type ComparedEnterprise = Extract<Node, { type: 'Enterprise' }>

export const enterpriseRows: readonly RowOf<ComparedEnterprise>[] = [
  ofItself(certificateRow),
  { label: 'search.region', lines: ({ region }) => plain(region?.fullName ?? null) },
  { label: 'enterprise.form', lines: ({ organisationForm }) => plain(organisationForm) },
  {
    label: 'search.products',
    align: 'end',
    lines: ({ productCount }) => plain(t('compare.pieces', { count: productCount.toLocaleString('ko-KR') })),
  },
  {
    label: 'search.leadTime',
    align: 'end',
    lines: enterprise =>
      onTerms(enterprise, ({ leadDays }) =>
        leadDays === null ? null : t('product.days', { days: leadDays }),
      ),
  },
  {
    label: 'product.minimumOrder',
    align: 'end',
    lines: enterprise =>
      onTerms(enterprise, ({ minimumOrder }) => minimumOrder?.toLocaleString('ko-KR') ?? null),
  },
  {
    label: 'product.deliveryRegions',
    lines: enterprise =>
      onTerms(
        enterprise,
        ({ regions }) => regions.map(region => region.fullName).join(', ') || t('product.nationwide'),
      ),
  },
  ...passportRows.map(ofItself),
]

type Terms = Extract<Credential, { type: 'DeliveryTerms' }>

/** What an enterprise says in its terms of delivery; several may say the same. */
function onTerms(enterprise: ComparedEnterprise, say: (terms: Terms) => string | null): Line[] {
  const { credentials } = readFragment(PassportFields, readFragment(StandingFields, enterprise))
  const terms = credentials.filter(credential => credential.type === 'DeliveryTerms')
  return [...new Set(terms.map(say))].flatMap(plain)
}

function ofItself({ lines, ...row }: RowOf<Standing>): RowOf<ComparedEnterprise> {
  return { ...row, lines: enterprise => lines(readFragment(StandingFields, enterprise)) }
}
