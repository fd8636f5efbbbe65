import type { Day } from '../../../platform/day.ts'
import { readBusinessNumber } from '../cell/business-number-cell.ts'
import { readCertificateNumber } from '../cell/certificate-number.ts'
import { certificationDates } from '../cell/certification-dates.ts'
import { readKind } from '../cell/certification-kind.ts'
import { readStatus } from '../cell/certification-status.ts'
import { readDay } from '../cell/day-cell.ts'
import { readName } from '../cell/name.ts'
import { optional } from '../cell/parsed.ts'
import { readPurposeType } from '../cell/purpose-type.ts'
import { readText } from '../cell/text.ts'
import type { TableFormat } from '../format.ts'
import type { HeaderColumn } from '../header.ts'
import { column, columnIfAny, layout } from '../layout.ts'
import { enterpriseWith } from './enterprise-with.ts'

/** Certificates of any kind with their periods, one per row; the status may say of which day it speaks. */
export const certificatePeriods: TableFormat = {
  shape: 'table',
  title: '인증 유효기간 목록',
  layout: layout(
    {
      businessNumber: column(readBusinessNumber, 'bizno', '사업자등록번호', '사업자번호'),
      name: column(readName, 'name', '기업명', '업체명'),
      kind: column(readKind, 'kind', '인증종류', '인증구분'),
      validFrom: column(optional(readDay), 'validFrom', '시작일', '유효기간시작일', '시작일자'),
      validUntil: column(optional(readDay), 'validUntil', '만료일', '유효기간종료일', '만료일자'),
      status: columnIfAny(optional(readStatus), 'status', '상태', '인증상태', /^statusasof/),
      endedOn: columnIfAny(optional(readDay), 'endedOn', '취소반납일', '취소일', '취소일자', '반납일'),
      issuedOn: columnIfAny(optional(readDay), 'issuedOn', '인증일자', '발급일'),
      number: columnIfAny(optional(readCertificateNumber), 'number', '인증번호', '발급번호'),
      issuer: columnIfAny(optional(readText), 'issuer', '발급기관'),
      purposeType: columnIfAny(optional(readPurposeType), 'purposeType', '사회적목적실현유형'),
    },
    ({ businessNumber, name, kind, number, issuer, purposeType, status, ...days }, header) => {
      const asOf = dayOfStatus(header.get('status'))
      const listed = certificationDates({ status: status ?? 'held', asOf, ...days })
      if ('problem' in listed) return { column: listed.date, message: listed.problem }
      const facts = { regionName: null, address: null, homepage: null, summary: null }
      return enterpriseWith({ businessNumber, name, ...facts }, [
        { kind, number, issuer, purposeType, ...listed.dates },
      ])
    },
  ),
}

/** `statusAsOf2026-09-14` speaks of the 14th of September. */
function dayOfStatus(column: HeaderColumn | undefined): Day | null {
  const [written] = /\d{4}-\d{2}-\d{2}/.exec(column?.printed ?? '') ?? []
  if (written === undefined) return null
  const day = readDay({ kind: 'text', text: written })
  return 'value' in day ? day.value : null
}
