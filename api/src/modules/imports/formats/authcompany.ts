import { readCertificateNumber } from '../cell/certificate-number.ts'
import { certificationDates } from '../cell/certification-dates.ts'
import { readDay } from '../cell/day-cell.ts'
import { readHomepage } from '../cell/homepage.ts'
import { readName } from '../cell/name.ts'
import { optional, type Parsed } from '../cell/parsed.ts'
import { readText } from '../cell/text.ts'
import type { TableFormat } from '../format.ts'
import { column, columnIfAny, layout } from '../layout.ts'
import type { Cell } from '../table/table.ts'

/**
 * 공공데이터 odcloud socialEnterpriseList/v1/authCompanyList: certified social enterprises, cumulative, without
 * business numbers. A row finds its enterprise by the certificate number, if we have that already.
 */
export const authCompany: TableFormat = {
  shape: 'table',
  title: '사회적기업 인증현황 (공공데이터 authCompanyList)',
  layout: layout(
    {
      name: column(readName, 'entNmV'),
      number: column(optional(readCertificateNumber), 'certiNumV'),
      issuedOn: column(optional(readDay), 'certiIssuD'),
      asOf: columnIfAny(optional(readDay), 'baseD'),
      regionName: columnIfAny(optional(readText), 'busiAreaNm'),
      address: columnIfAny(optional(readAddress), 'addr'),
      homepage: columnIfAny(optional(readHomepage), 'homepageAddrV'),
      summary: columnIfAny(optional(readText), 'busiContV'),
    },
    ({ number, issuedOn, asOf, ...enterprise }) => {
      const listed = certificationDates({
        status: 'held',
        issuedOn,
        validFrom: issuedOn,
        validUntil: null,
        asOf,
      })
      if ('problem' in listed) return { column: 'issuedOn', message: listed.problem }
      return [
        {
          type: 'unmatched',
          enterprise,
          certification: {
            kind: 'social_enterprise',
            number,
            purposeType: null,
            issuer: null,
            ...listed.dates,
          },
          message: `인증번호 ${number ?? '(없음)'}의 기업이 아직 없어 연결하지 않았습니다. 사업자등록번호가 있는 목록을 먼저 가져와 주세요.`,
        },
      ]
    },
  ),
}

/** The address without the five digits of the postcode in front. */
function readAddress({ text }: Cell): Parsed<string> {
  return {
    value: text
      .normalize('NFC')
      .trim()
      .replace(/^\d{5}\s+/, ''),
  }
}
