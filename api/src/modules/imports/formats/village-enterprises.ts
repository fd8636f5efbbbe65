import { readBusinessNumber } from '../cell/business-number-cell.ts'
import { readName } from '../cell/name.ts'
import { optional } from '../cell/parsed.ts'
import { readText } from '../cell/text.ts'
import type { TableFormat } from '../format.ts'
import { column, columnIfAny, layout } from '../layout.ts'
import { enterpriseWith } from './enterprise-with.ts'
import { joined } from './joined.ts'
import { withUnlistedDates } from './unlisted-dates.ts'

/** 행정안전부 마을기업 현황 (공공데이터 15080745): titles above the header, no designation dates. */
export const villageEnterprises: TableFormat = {
  shape: 'table',
  title: '마을기업 현황 (행정안전부)',
  covers: ['village_enterprise'],
  layout: layout(
    {
      businessNumber: column(readBusinessNumber, '사업자등록번호 (-포함 작성)', '사업자등록번호'),
      name: column(readName, '마을기업명'),
      province: column(optional(readText), '시도'),
      district: column(optional(readText), '시군구'),
      address: columnIfAny(optional(readText), '소재지'),
      products: columnIfAny(optional(readText), '주 생산품 또는 서비스명'),
      business: columnIfAny(optional(readText), '사업내용'),
    },
    ({ businessNumber, name, province, district, address, products, business }) =>
      enterpriseWith(
        {
          businessNumber,
          name,
          address,
          homepage: null,
          regionName: joined(' ', province, district),
          summary: joined(' · ', products, business),
        },
        [withUnlistedDates('village_enterprise')],
      ),
  ),
}
