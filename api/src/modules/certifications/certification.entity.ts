import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'
import { Enterprise } from '../enterprises/enterprise.entity.ts'

/** 인증 종류 — what the law or an ordinance lets an enterprise be certified as; dated data with a source. */
export const CertificationKindSchema = defineEntity({
  name: 'CertificationKind',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    nameEn: p.text(),
    issuer: p.text(),
    legalBasis: p.text(),
    validityRule: p.text(),
    checkUrl: p.text().nullable(),
    isSocialEconomy: p.boolean(),
    source: p.text(),
    asOf: p.date(),
    position: p.integer(),
  },
})
export class CertificationKind extends CertificationKindSchema.class {}
CertificationKindSchema.setClass(CertificationKind)

/** 인증 — one certificate or designation. History beats update: a renewal is a new row. */
export const CertificationSchema = defineEntity({
  name: 'Certification',
  properties: {
    ...identity,
    ...edited,
    enterprise: () => p.manyToOne(Enterprise).ref(),
    kindCode: p.text(),
    number: p.text().nullable(),
    /** 사회적목적 실현유형, e.g. 일자리제공형. */
    purposeType: p.text().nullable(),
    issuer: p.text().nullable(),
    issuedOn: p.date().nullable(),
    validFrom: p.date().nullable(),
    /** The last day that counts (until 24:00 in Seoul); null: no end while the requirements hold. */
    validUntil: p.date().nullable(),
    /** 취소: does not count from this day on. */
    cancelledOn: p.date().nullable(),
    /** 반납: does not count from this day on. */
    returnedOn: p.date().nullable(),
    /** 일자미상: an official list names the enterprise without dates. */
    hasUnknownDates: p.boolean().default(false),
    source: p.text(),
    sourceAsOf: p.date().nullable(),
    /** The renewal, or the row with dates, that came after this one. */
    supersededById: p.uuid().nullable(),
  },
})
export class Certification extends CertificationSchema.class {}
CertificationSchema.setClass(Certification)
