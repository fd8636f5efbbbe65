import { globalIdSql } from '../../platform/global-id.ts'
import { column, extendShape, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { categoryShape } from '../categories/category.shape.ts'
import { certificationShape } from '../certifications/certification.shape.ts'
import { enterpriseShape } from '../enterprises/enterprise.shape.ts'
import { regionShape } from '../regions/region.shape.ts'
import { seenIn, stories, tellsOf } from '../audit/stories.ts'
import { timelineSubjects } from '../audit/timeline.shape.ts'
import { isOfDesk } from '../enterprises/find-desk.ts'

/** The detail tables are joined under the row's own alias, so that each row carries its kind's columns. */
const capacity = (row: string) => `${row}_capacity`
const record = (row: string) => `${row}_record`
const terms = (row: string) => `${row}_terms`

const of = (table: (row: string) => string, name: string) => column(row => `${table(row)}.${name}`)

export const credentialShape: Shape = {
  type: 'Credential',
  table: 'credential',
  joins: row => `
    left join supply_capacity ${capacity(row)} on ${capacity(row)}.credential_id = ${row}.id
    left join delivery_record ${record(row)} on ${record(row)}.credential_id = ${row}.id
    left join delivery_terms ${terms(row)} on ${terms(row)}.credential_id = ${row}.id`,
  concreteType: row =>
    `case ${row}.kind when 'supply_capacity' then 'SupplyCapacity' when 'delivery_record' then 'DeliveryRecord' else 'DeliveryTerms' end`,
  fields: {
    id: column(row => globalIdSql('credential', `${row}.id`)),
    statedOn: field('stated_on'),
    category: one({
      shape: () => categoryShape,
      on: (row, category) => `${category}.code = ${row}.category_code`,
    }),
    evidence: many({
      shape: () => evidenceShape,
      on: (row, evidence) => `${evidence}.credential_id = ${row}.id`,
      orderBy: evidence => `${evidence}.id`,
    }),
    verification: one({
      shape: () => verificationShape,
      on: (row, verification) => `${verification}.id = ${latestVerification(row, 'v.id')}`,
    }),
    quantityPerMonth: of(capacity, 'quantity_per_month'),
    unit: of(capacity, 'unit'),
    people: of(capacity, 'people'),
    facilities: of(capacity, 'facilities'),
    client: of(record, 'client'),
    item: of(record, 'item'),
    amount: of(record, 'amount'),
    deliveredOn: of(record, 'delivered_on'),
    contractNumber: of(record, 'contract_number'),
    regions: many({
      shape: () => regionShape,
      on: (row, region) => `${region}.code = any(${terms(row)}.regions)`,
      orderBy: region => `${region}.code`,
    }),
    leadDays: of(terms, 'lead_days'),
    minimumOrder: of(terms, 'minimum_order'),
    payment: of(terms, 'payment'),
    afterService: of(terms, 'after_service'),
  },
}

export const evidenceShape: Shape = {
  type: 'Evidence',
  table: 'evidence',
  fields: {
    id: column(row => globalIdSql('evidence', `${row}.id`)),
    issuer: field('issuer'),
    number: field('number'),
    issuedOn: field('issued_on'),
    url: field('url'),
  },
}

const verificationShape: Shape = {
  type: 'Verification',
  table: 'verification',
  fields: {
    result: field('result'),
    verifiedOn: field('verified_on'),
    method: field('method'),
    nextCheckOn: field('next_check_on'),
  },
}

/** A later look replaces an earlier one; both stay on record. One at words changed since covers them no longer. */
const latestVerification = (credential: string, what: string) =>
  `(select ${what} from verification v
    where v.credential_id = ${credential}.id and v.claim_version = ${credential}.version
    order by v.verified_on desc, v.id desc limit 1)`

/** What has been withdrawn is neither shown nor counted. */
export const isStated = (credential: string) => `${credential}.withdrawn_at is null`

/** Whether the claim was confirmed when somebody last looked. */
export const isConfirmed = (credential: string) =>
  `coalesce(${latestVerification(credential, 'v.result')} = 'confirmed', false)`

/** A delivery record that somebody has confirmed, of the enterprise whose id is given. */
export const hasVerifiedDeliveryRecord = (enterpriseId: string) =>
  `exists (select 1 from credential c where c.enterprise_id = ${enterpriseId} and c.kind = 'delivery_record' and ${isStated('c')} and ${isConfirmed('c')})`

extendShape(certificationShape, {
  evidence: many({
    shape: () => evidenceShape,
    on: (row, evidence) => `${evidence}.certification_id = ${row}.id`,
    orderBy: evidence => `${evidence}.id`,
  }),
})

extendShape(enterpriseShape, {
  credentials: many({
    shape: () => credentialShape,
    on: (row, credential) => `${credential}.enterprise_id = ${row}.id and ${isStated(credential)}`,
    orderBy: credential => `${credential}.kind, ${credential}.stated_on desc, ${credential}.id`,
  }),
  credentialSummary: column(
    row => `(
      select row_to_json(s) from (
        select count(*) as total,
          count(*) filter (where claim.is_confirmed) as verified,
          count(*) filter (where claim.kind = 'delivery_record') as "deliveryRecords",
          count(*) filter (where claim.kind = 'delivery_record' and claim.is_confirmed) as "verifiedDeliveryRecords",
          max(claim.delivered_on) as "lastDeliveredOn"
        from (
          select c.kind, d.delivered_on, ${isConfirmed('c')} as is_confirmed
          from credential c left join delivery_record d on d.credential_id = c.id
          where c.enterprise_id = ${row}.id and ${isStated('c')}
        ) claim
      ) s)`,
  ),
})

timelineSubjects.set(
  'credential',
  enterpriseId => `select id from credential where enterprise_id = ${enterpriseId}`,
)
stories.set('credential', { tells: tellsOf('credential'), isSeen: seenIn('credential', isOfDesk) })
