import * as v from 'valibot'
import { readBusinessNumber } from '../cell/business-number-cell.ts'
import { certificationDates } from '../cell/certification-dates.ts'
import { readKind } from '../cell/certification-kind.ts'
import { readStatus } from '../cell/certification-status.ts'
import { readDay } from '../cell/day-cell.ts'
import { readName } from '../cell/name.ts'
import { optional } from '../cell/parsed.ts'
import { readRequiredText, readText } from '../cell/text.ts'
import { readWon } from '../cell/won.ts'
import type { DocumentFormat } from '../format.ts'
import { column, type Layout, layout, type RowReading } from '../layout.ts'
import { fileRefusal } from '../table/file-refusal.ts'
import { emptyCell } from '../table/table.ts'
import { enterpriseWith } from './enterprise-with.ts'

/** Enterprises, each with what it is certified as and what it offers in 가치장터 or 꿈드래. */
export const offers: DocumentFormat = {
  shape: 'document',
  title: '기업별 인증·판매 품목 (JSON)',
  readItems(document) {
    if (!Array.isArray(document))
      throw fileRefusal(
        '기업의 목록이 아닌 JSON입니다. [{"bizno": …, "offers": […]}] 꼴의 파일을 올려 주세요.',
      )
    return document.map(readItem)
  },
}

const value = v.nullish(v.union([v.string(), v.number()]))
const item = v.object({
  bizno: value,
  name: value,
  region: value,
  observedAt: value,
  /** Korean name of the kind → status. */
  certifications: v.optional(v.record(v.string(), v.string()), {}),
  offers: v.optional(v.array(v.object({ id: value, title: value, category: value, price: value })), []),
})

/** An item is read as a row for the enterprise, one for each certification and one for each offer: all or none. */
function readItem(document: unknown): RowReading {
  const parsed = v.safeParse(item, document)
  if (!parsed.success) return { problems: parsed.issues.map(shapeProblem) }
  const { certifications, offers, ...head } = parsed.output
  const { bizno, observedAt } = head
  const readings = [
    readPart('', enterpriseLayout, head),
    ...Object.entries(certifications).map(([kind, status]) =>
      readPart(`certifications.${kind}.`, certificationLayout, { bizno, observedAt, kind, status }),
    ),
    ...offers.map((offer, i) => readPart(`offers[${i}].`, offerLayout, { bizno, ...offer })),
  ]
  const problems = readings.flatMap(reading => ('problems' in reading ? reading.problems : []))
  if (problems.length > 0) return { problems }
  return { records: readings.flatMap(reading => ('records' in reading ? reading.records : [])) }
}

const enterpriseLayout = layout(
  {
    bizno: column(readBusinessNumber, 'bizno'),
    name: column(readName, 'name'),
    region: column(optional(readText), 'region'),
    observedAt: column(optional(readDay), 'observedAt'),
  },
  ({ bizno, name, region }) =>
    enterpriseWith(
      { businessNumber: bizno, name, regionName: region, address: null, homepage: null, summary: null },
      [],
    ),
)

const certificationLayout = layout(
  {
    bizno: column(readBusinessNumber, 'bizno'),
    kind: column(readKind, 'kind'),
    status: column(readStatus, 'status'),
    observedAt: column(optional(readDay), 'observedAt'),
  },
  ({ bizno, kind, status, observedAt }) => {
    const listed = certificationDates({ status, validFrom: null, validUntil: null, asOf: observedAt })
    if ('problem' in listed) return { column: 'status', message: listed.problem }
    const facts = { kind, number: null, purposeType: null, issuer: null, ...listed.dates }
    return [{ type: 'certification', businessNumber: bizno, ...facts }]
  },
)

const offerLayout = layout(
  {
    bizno: column(readBusinessNumber, 'bizno'),
    id: column(readRequiredText, 'id'),
    title: column(readRequiredText, 'title'),
    category: column(optional(readText), 'category'),
    price: column(optional(readWon), 'price'),
  },
  ({ bizno, id, title, category, price }) => [
    { type: 'offer', businessNumber: bizno, externalId: id, title, categoryText: category, price },
  ],
)

/** Reads one part; what it shares with the enterprise has been judged there. */
function readPart(
  path: string,
  part: Layout,
  values: Record<string, string | number | null | undefined>,
): RowReading {
  const cellOf = (key: string) => {
    const value = values[key] ?? ''
    return value === ''
      ? emptyCell
      : ({ kind: typeof value === 'number' ? 'number' : 'text', text: String(value) } as const)
  }
  const reading = part.readRow(cellOf, new Map())
  if ('records' in reading) return reading
  const own = reading.problems.filter(
    ({ column }) => path === '' || (column !== 'bizno' && column !== 'observedAt'),
  )
  return { problems: own.map(({ column, message }) => ({ column: `${path}${column ?? ''}`, message })) }
}

const shapeProblem = (issue: v.BaseIssue<unknown>) => ({
  column: v.getDotPath(issue),
  message: '자료의 짜임이 다릅니다. 글자나 숫자 하나, 또는 정해진 목록이 있어야 합니다.',
})
