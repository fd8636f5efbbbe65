import { readName } from '../cell/name.ts'
import { optional } from '../cell/parsed.ts'
import { readText } from '../cell/text.ts'
import type { TableFormat } from '../format.ts'
import { column, columnIfAny, layout } from '../layout.ts'
import { joined } from './joined.ts'
import { withUnlistedDates } from './unlisted-dates.ts'

/** 한국자활복지개발원 자활기업 현황 (공공데이터 15091502): no business number, so no row can be matched by itself. */
export const selfSupportEnterprises: TableFormat = {
  shape: 'table',
  title: '자활기업 현황 (한국자활복지개발원)',
  layout: layout(
    {
      name: column(readName, '자활기업', '자활기업명'),
      province: column(optional(readText), '시도'),
      district: column(optional(readText), '시군구'),
      business: columnIfAny(optional(readText), '업종'),
      address: columnIfAny(optional(readText), '주소'),
    },
    ({ name, province, district, business, address }) => [
      {
        type: 'unmatched',
        enterprise: {
          name,
          address,
          regionName: joined(' ', province, district),
          homepage: null,
          summary: business,
        },
        certification: withUnlistedDates('self_support'),
        message:
          '목록에 사업자등록번호가 없어 이름만으로는 연결하지 않았습니다. 기업을 확인해 직접 연결해 주세요.',
      },
    ],
  ),
}
