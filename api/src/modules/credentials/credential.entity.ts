import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'
import { Person } from '../accounts/person.entity.ts'
import { CertificationClaim } from '../certifications/certification-claim.entity.ts'
import { Certification } from '../certifications/certification.entity.ts'
import { Enterprise } from '../enterprises/enterprise.entity.ts'
import { Product } from '../products/product.entity.ts'

export const credentialKinds = ['supply_capacity', 'delivery_record', 'delivery_terms'] as const
export type CredentialKind = (typeof credentialKinds)[number]

/** 공급역량 자격 — one claim of the capability passport; what it says stands in the table of its kind. */
export const CredentialSchema = defineEntity({
  name: 'Credential',
  properties: {
    ...identity,
    ...edited,
    enterprise: () => p.manyToOne(Enterprise).ref(),
    kind: p.enum(credentialKinds),
    categoryCode: p.text().nullable(),
    statedOn: p.date(),
    /** 내림: shown and counted no longer, kept on record. */
    withdrawnAt: p.datetime().nullable(),
  },
})
export class Credential extends CredentialSchema.class {}
CredentialSchema.setClass(Credential)

/** 공급역량 — how much the enterprise can make or do in a month, with whom and with what. */
export const SupplyCapacitySchema = defineEntity({
  name: 'SupplyCapacity',
  properties: {
    credential: () => p.oneToOne(Credential).owner().primary().ref(),
    quantityPerMonth: p.integer().nullable(),
    unit: p.text().nullable(),
    people: p.integer().nullable(),
    facilities: p.text().nullable(),
  },
})
export class SupplyCapacity extends SupplyCapacitySchema.class {}
SupplyCapacitySchema.setClass(SupplyCapacity)

/** 납품실적 — something delivered to somebody. Amount in won, VAT included. */
export const DeliveryRecordSchema = defineEntity({
  name: 'DeliveryRecord',
  properties: {
    credential: () => p.oneToOne(Credential).owner().primary().ref(),
    client: p.text(),
    item: p.text(),
    amount: p.bigint('number'),
    deliveredOn: p.date(),
    contractNumber: p.text().nullable(),
  },
})
export class DeliveryRecord extends DeliveryRecordSchema.class {}
DeliveryRecordSchema.setClass(DeliveryRecord)

/** 납품조건 — on what terms the enterprise delivers. */
export const DeliveryTermsSchema = defineEntity({
  name: 'DeliveryTerms',
  properties: {
    credential: () => p.oneToOne(Credential).owner().primary().ref(),
    regions: p.array().default([]),
    leadDays: p.integer().nullable(),
    minimumOrder: p.integer().nullable(),
    payment: p.text().nullable(),
    afterService: p.text().nullable(),
  },
})
export class DeliveryTerms extends DeliveryTermsSchema.class {}
DeliveryTermsSchema.setClass(DeliveryTerms)

/** 증빙 — what a claim, a certification or a product rests on. */
export const EvidenceSchema = defineEntity({
  name: 'Evidence',
  properties: {
    ...identity,
    credential: () => p.manyToOne(Credential).ref().nullable(),
    certification: () => p.manyToOne(Certification).ref().nullable(),
    /** A certificate that nobody has confirmed yet. */
    claim: () => p.manyToOne(CertificationClaim).ref().nullable(),
    product: () => p.manyToOne(Product).ref().nullable(),
    issuer: p.text(),
    number: p.text().nullable(),
    issuedOn: p.date().nullable(),
    url: p.text().nullable(),
    /** The document itself, when it was handed in. */
    fileId: p.uuid().nullable(),
  },
})
export class Evidence extends EvidenceSchema.class {}
EvidenceSchema.setClass(Evidence)

/** 확인 — somebody looked at a claim: when, how, with what result, and when to look again. */
export const VerificationSchema = defineEntity({
  name: 'Verification',
  properties: {
    ...identity,
    credential: () => p.manyToOne(Credential).ref(),
    result: p.enum(['confirmed', 'not_confirmed'] as const),
    verifiedOn: p.date(),
    method: p.text(),
    /** The version of the claim that was looked at: a look covers the words it saw. */
    claimVersion: p.integer().default(1),
    nextCheckOn: p.date().nullable(),
    by: () => p.manyToOne(Person).ref().nullable(),
  },
})
export class Verification extends VerificationSchema.class {}
VerificationSchema.setClass(Verification)
