import { readBusinessNumber } from '../cell/business-number-cell.ts'
import { readCertificateNumber } from '../cell/certificate-number.ts'
import { certificationDates } from '../cell/certification-dates.ts'
import { readStatus } from '../cell/certification-status.ts'
import { readDay } from '../cell/day-cell.ts'
import { readHomepage } from '../cell/homepage.ts'
import { readName } from '../cell/name.ts'
import { optional } from '../cell/parsed.ts'
import { readPurposeType } from '../cell/purpose-type.ts'
import { readText } from '../cell/text.ts'
import type { TableFormat } from '../format.ts'
import { column, columnIfAny, layout } from '../layout.ts'
import { enterpriseWith } from './enterprise-with.ts'

/**
 * 가치장터 누적 명단: every social enterprise there ever was, with the days between which a purchase from it
 * counts (실적). Head office and workplaces stand in rows of their own, each with its own business number.
 */
export const valueStore: TableFormat = {
  shape: 'table',
  title: '가치장터 사회적기업 누적 명단',
  covers: ['social_enterprise'],
  layout: layout(
    {
      businessNumber: column(readBusinessNumber, '사업자번호 (본점,지점)', '사업자번호', '사업자등록번호'),
      name: column(readName, '기업명'),
      number: column(optional(readCertificateNumber), '인증번호'),
      status: column(readStatus, '인증상태'),
      validFrom: column(optional(readDay), '실적시작일(인증일자)', '실적시작일'),
      validUntil: column(optional(readDay), '실적종료일(실적인정)', '실적종료일'),
      endedOn: column(optional(readDay), '인증취소일(실적불인정)', '인증취소일'),
      purposeType: columnIfAny(optional(readPurposeType), '사회적목적실현유형', '유형'),
      regionName: columnIfAny(optional(readText), '지역명', '지역'),
      address: columnIfAny(optional(readText), '소재지'),
      homepage: columnIfAny(optional(readHomepage), '홈페이지'),
      summary: columnIfAny(optional(readText), '사업내용'),
    },
    ({ businessNumber, number, status, validFrom, validUntil, endedOn, purposeType, ...facts }) => {
      const listed = certificationDates({ status, issuedOn: validFrom, validFrom, validUntil, endedOn })
      if ('problem' in listed) return { column: listed.date, message: listed.problem }
      return enterpriseWith({ businessNumber, ...facts }, [
        { kind: 'social_enterprise', number, purposeType, issuer: null, ...listed.dates },
      ])
    },
  ),
}
