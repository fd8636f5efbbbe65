import { globalIdSql } from '../../platform/global-id.ts'
import { column, extendShape, field, many, one, type Shape, type Use } from '../../platform/read/shape.ts'
import { enterpriseShape } from '../enterprises/enterprise.shape.ts'
import { seenIn, stories, tellsOf } from '../audit/stories.ts'
import { timelineSubjects } from '../audit/timeline.shape.ts'
import { isOfDesk } from '../enterprises/find-desk.ts'

export const certificationKindShape: Shape = {
  type: 'CertificationKind',
  table: 'certification_kind',
  fields: {
    id: column(row => globalIdSql('kind', `${row}.code`, 'code')),
    code: field('code'),
    name: field('name'),
    nameEn: field('name_en'),
    issuer: field('issuer'),
    legalBasis: field('legal_basis'),
    validityRule: field('validity_rule'),
    checkUrl: field('check_url'),
    isSocialEconomy: field('is_social_economy'),
    source: field('source'),
    asOf: field('as_of'),
  },
}

/** `valid`, `invalid` or `unknown` on a day; the rule itself is a function of the database. */
export const validitySql = (row: string, day: string) =>
  `certification_validity(${row}.valid_from, ${row}.valid_until, ${row}.cancelled_on, ${row}.returned_on, ${row}.has_unknown_dates, ${day})`

/** The word for a certification on a day; what ended it is named before what is merely over. */
const statusSql = (row: string, day: string) => `case
  when ${row}.cancelled_on <= ${day} then 'cancelled'
  when ${row}.returned_on <= ${day} then 'returned'
  when ${row}.valid_until < ${day} then 'expired'
  when ${row}.valid_from > ${day} then 'not_yet'
  when ${row}.has_unknown_dates then 'date_unknown'
  else 'active' end`

export const certificationShape: Shape = {
  type: 'Certification',
  table: 'certification',
  fields: {
    id: column(row => globalIdSql('certification', `${row}.id`)),
    kind: one({ shape: () => certificationKindShape, on: (row, kind) => `${kind}.code = ${row}.kind_code` }),
    number: field('number'),
    purposeType: field('purpose_type'),
    issuer: field('issuer'),
    issuedOn: field('issued_on'),
    validFrom: field('valid_from'),
    validUntil: field('valid_until'),
    cancelledOn: field('cancelled_on'),
    returnedOn: field('returned_on'),
    status: column((row, use) => statusSql(row, use.today())),
    validity: column((row, use) => validitySql(row, `${use.argument('on')}::date`)),
    daysLeft: column(
      (row, use) =>
        `case when ${validitySql(row, use.today())} = 'valid' then ${row}.valid_until - ${use.today()} end`,
    ),
    source: field('source'),
    sourceAsOf: field('source_as_of'),
  },
}

const onOrToday = (use: Use, argument: string) => `coalesce(${use.argument(argument)}::date, ${use.today()})`

extendShape(enterpriseShape, {
  certifications: many({
    shape: () => certificationShape,
    on: (row, certification, use) => {
      const day = `${use.argument('validOn')}::date`
      return `${certification}.enterprise_id = ${row}.id and (${day} is null or ${validitySql(certification, day)} = 'valid')`
    },
    // The latest first; of what has no end, by its beginning.
    orderBy: certification =>
      `coalesce(${certification}.valid_until, 'infinity') desc, ${certification}.valid_from desc nulls last, ${certification}.id`,
  }),
  countsAs: many({
    shape: () => certificationKindShape,
    on: (row, kind, use) => `exists (
      select 1 from certification c
      where c.enterprise_id = ${row}.id and c.kind_code = ${kind}.code and ${validitySql('c', onOrToday(use, 'on'))} = 'valid')`,
    orderBy: kind => `${kind}.position`,
  }),
})

timelineSubjects.set(
  'certification',
  enterpriseId => `select id from certification where enterprise_id = ${enterpriseId}`,
)
/** How it ended stands with the enterprise, and names it. */
const tellsOfEnd = (row: string, key: string) => `${row}.subject_type = 'enterprise'
  and ${row}.subject_id = (select c.enterprise_id from certification c where c.id = ${key})
  and ${row}.detail->>'certification' = ${key}::text`

stories.set('certification', {
  tells: (row, key) => `(${tellsOf('certification')(row, key)}) or (${tellsOfEnd(row, key)})`,
  isSeen: seenIn('certification', isOfDesk),
})
