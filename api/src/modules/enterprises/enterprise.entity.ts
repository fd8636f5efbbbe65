import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'
import { enterpriseStates } from './enterprise.states.ts'

/**
 * 기업 — known by business registration number (사업자등록번호) and branch (종사업장번호); two rows with
 * one name are two enterprises.
 */
export const EnterpriseSchema = defineEntity({
  name: 'Enterprise',
  properties: {
    ...identity,
    ...edited,
    businessNumber: p.text(),
    /** 0000 is the head office (본점). */
    branch: p.text().default('0000'),
    corporateNumber: p.text().nullable(),
    organisationForm: p.text().nullable(),
    /** As printed on the certificate. */
    name: p.text(),
    regionCode: p.text().nullable(),
    address: p.text().nullable(),
    foundedOn: p.date().nullable(),
    summary: p.text().nullable(),
    socialMission: p.text().nullable(),
    homepage: p.text().nullable(),
    /** 관할 센터: whose staff keep it; null for one that came with a national list. */
    centerId: p.uuid().nullable(),
    state: p.enum(enterpriseStates).default('draft'),
    /** Where the row came from: `seed`, `staff`, or the kind of the import. */
    source: p.text(),
  },
})
export class Enterprise extends EnterpriseSchema.class {}
EnterpriseSchema.setClass(Enterprise)

/** A name the enterprise had before (구 상호). */
export const EnterpriseNameSchema = defineEntity({
  name: 'EnterpriseName',
  properties: {
    ...identity,
    enterprise: () => p.manyToOne(Enterprise).ref(),
    name: p.text(),
    validFrom: p.date().nullable(),
    validUntil: p.date(),
  },
})
export class EnterpriseName extends EnterpriseNameSchema.class {}
EnterpriseNameSchema.setClass(EnterpriseName)

export const contactDuties = ['representative', 'sales', 'billing'] as const
export type ContactDuty = (typeof contactDuties)[number]

/** 담당자 — personal data, kept for a purpose and until a day; never in a public type, log or document. */
export const EnterpriseContactSchema = defineEntity({
  name: 'EnterpriseContact',
  properties: {
    ...identity,
    enterprise: () => p.manyToOne(Enterprise).ref(),
    ...edited,
    duty: p.enum(contactDuties),
    name: p.text(),
    phone: p.text().nullable(),
    email: p.text().nullable(),
    purpose: p.text(),
    retainUntil: p.date(),
  },
})
export class EnterpriseContact extends EnterpriseContactSchema.class {}
EnterpriseContactSchema.setClass(EnterpriseContact)

/** 연도별 인원 — people employed in a year, and how many of them are of vulnerable groups (취약계층). */
export const WorkforceSchema = defineEntity({
  name: 'Workforce',
  properties: {
    ...identity,
    ...edited,
    enterprise: () => p.manyToOne(Enterprise).ref(),
    year: p.integer(),
    employees: p.integer(),
    vulnerableEmployees: p.integer(),
  },
})
export class Workforce extends WorkforceSchema.class {}
WorkforceSchema.setClass(Workforce)
