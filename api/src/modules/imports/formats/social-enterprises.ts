import { readBusinessNumber } from '../cell/business-number-cell.ts'
import { readCertificateNumber } from '../cell/certificate-number.ts'
import { certificationDates } from '../cell/certification-dates.ts'
import { readDay } from '../cell/day-cell.ts'
import { readHomepage } from '../cell/homepage.ts'
import { readName } from '../cell/name.ts'
import { optional } from '../cell/parsed.ts'
import { readPurposeType } from '../cell/purpose-type.ts'
import { readText } from '../cell/text.ts'
import type { TableFormat } from '../format.ts'
import { column, columnIfAny, layout } from '../layout.ts'
import { enterpriseWith } from './enterprise-with.ts'

/** 고용노동부 "홈페이지용 사회적기업 리스트": the certified ones, header in row 4. A certificate has no end of its own. */
export const socialEnterprises: TableFormat = {
  shape: 'table',
  title: '인증 사회적기업 목록 (고용노동부)',
  covers: ['social_enterprise'],
  layout: layout(
    {
      businessNumber: column(readBusinessNumber, '사업자등록번호'),
      name: column(readName, '기관명', '기업명'),
      number: column(optional(readCertificateNumber), '인증번호'),
      issuedOn: column(optional(readDay), '인증일자', '인증일'),
      purposeType: columnIfAny(optional(readPurposeType), '사회적목적실현유형'),
      regionName: columnIfAny(optional(readText), '지역'),
      address: columnIfAny(optional(readText), '소재지', '주소'),
      homepage: columnIfAny(optional(readHomepage), '홈페이지'),
      summary: columnIfAny(optional(readText), '사업내용'),
    },
    ({ businessNumber, number, issuedOn, purposeType, ...facts }) => {
      const listed = certificationDates({ status: 'held', issuedOn, validFrom: issuedOn, validUntil: null })
      if ('problem' in listed) return { column: 'issuedOn', message: listed.problem }
      return enterpriseWith({ businessNumber, ...facts }, [
        { kind: 'social_enterprise', number, purposeType, issuer: null, ...listed.dates },
      ])
    },
  ),
}
