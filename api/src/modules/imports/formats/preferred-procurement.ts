import { readBusinessNumber } from '../cell/business-number-cell.ts'
import { certificationDates } from '../cell/certification-dates.ts'
import { readDay } from '../cell/day-cell.ts'
import { readName } from '../cell/name.ts'
import { optional } from '../cell/parsed.ts'
import { readText } from '../cell/text.ts'
import type { WorkbookFormat } from '../format.ts'
import { column, columnIfAny, type Layout, layout } from '../layout.ts'
import type { KindCode } from '../records.ts'
import { enterpriseWith } from './enterprise-with.ts'
import { withUnlistedDates } from './unlisted-dates.ts'

const businessNumber = column(readBusinessNumber, '사업자번호', '사업자등록번호')
const name = column(readName, '업체명', '기업명', '시설명', '사업체명')
const start = ['시작일자', '시작일', '유효기간시작일', '유효시작일', '유효시작일자', /^유효.*시작/u] as const
const end = [
  '만료일자',
  '만료일',
  '종료일',
  '유효기간종료일',
  '유효종료일',
  '유효종료일자',
  /^유효.*(종료|만료)/u,
] as const

/**
 * 정부권장정책: what public bodies are told to buy from, one kind per sheet, renewals in rows of their own. Its
 * sheets name the day they speak of, "여성기업('26.06.30)"; three of them are no certificates of ours.
 */
export const preferredProcurement: WorkbookFormat = {
  shape: 'workbook',
  title: '정부권장정책 기업 목록',
  covers: [
    'women_enterprise',
    'startup',
    'disabled_enterprise',
    'disabled_standard_workplace',
    'severely_disabled_producer',
    'social_enterprise',
    'social_cooperative',
  ],
  layoutOf: sheet => layouts.find(([beginning]) => sheet.startsWith(beginning))?.[1],
}

/** 여성기업, 장애인기업, 창업기업: confirmed for some years. */
const withPeriod = (kind: KindCode): Layout =>
  layout(
    {
      businessNumber,
      name,
      validFrom: column(optional(readDay), ...start),
      validUntil: column(optional(readDay), ...end),
      endedOn: columnIfAny(optional(readDay), '취소일자', '취소일'),
    },
    ({ businessNumber, name, ...days }) => {
      const listed = certificationDates({ status: 'held', ...days })
      if ('problem' in listed) return { column: listed.date, message: listed.problem }
      const facts = { regionName: null, address: null, homepage: null, summary: null }
      return enterpriseWith({ businessNumber, name, ...facts }, [
        { kind, number: null, purposeType: null, issuer: null, ...listed.dates },
      ])
    },
  )

/** 중증장애인생산품 생산시설: the only sheet that says what is made, and where. */
const producers = layout(
  {
    businessNumber,
    name,
    validFrom: column(optional(readDay), ...start),
    validUntil: column(optional(readDay), ...end),
    regionName: columnIfAny(optional(readText), '광역구분'),
    address: columnIfAny(optional(readText), '생산시설의 주소', '소재지', '주소'),
    summary: columnIfAny(optional(readText), '생산품목'),
  },
  ({ businessNumber, name, regionName, address, summary, ...days }) => {
    const listed = certificationDates({ status: 'held', ...days })
    if ('problem' in listed) return { column: listed.date, message: listed.problem }
    return enterpriseWith({ businessNumber, name, regionName, address, summary, homepage: null }, [
      { kind: 'severely_disabled_producer', number: null, purposeType: null, issuer: null, ...listed.dates },
    ])
  },
)

/** 장애인표준사업장: the number is that of the workplace; the head office has another. No end is listed. */
const workplaces = layout(
  {
    businessNumber,
    name,
    issuedOn: column(optional(readDay), '인증일자', '인증일'),
    address: columnIfAny(optional(readText), '소재지'),
  },
  ({ businessNumber, name, issuedOn, address }) => {
    const listed = certificationDates({ status: 'held', issuedOn, validFrom: issuedOn, validUntil: null })
    if ('problem' in listed) return { column: 'issuedOn', message: listed.problem }
    return enterpriseWith(
      { businessNumber, name, address, regionName: null, homepage: null, summary: null },
      [
        {
          kind: 'disabled_standard_workplace',
          number: null,
          purposeType: null,
          issuer: null,
          ...listed.dates,
        },
      ],
    )
  },
)

/** 사회적기업 and 사회적협동조합: names and numbers, no dates at all. */
const namesOnly = (kind: KindCode): Layout =>
  layout({ businessNumber, name }, ({ businessNumber, name }) =>
    enterpriseWith({ businessNumber, name, regionName: null, address: null, homepage: null, summary: null }, [
      withUnlistedDates(kind),
    ]),
  )

/** By how the name of the sheet begins; the first that fits. */
const layouts: readonly (readonly [beginning: string, layout: Layout | 'skip'])[] = [
  ['여성', withPeriod('women_enterprise')],
  ['창업', withPeriod('startup')],
  ['장애인기업', withPeriod('disabled_enterprise')],
  ['장애인표준사업장', workplaces],
  ['표준사업장', workplaces],
  ['중증', producers],
  ['사회적', namesOnly('social_enterprise')],
  // The sheet is called 협동조합 and lists the social ones (사회적협동조합) only.
  ['협동조합', namesOnly('social_cooperative')],
  ['용사촌', 'skip'],
  ['시범구매', 'skip'],
  ['대기업', 'skip'],
]
