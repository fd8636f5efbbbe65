import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'

export const institutionKinds = [
  'head_office',
  'district',
  'invested',
  'education_office',
  'school',
  'public_enterprise',
  'police_fire',
  'other',
] as const
export type InstitutionKind = (typeof institutionKinds)[number]

/** 기관 — a public body that buys. Bodies are split and merged, so each has the days of its life. */
export const InstitutionSchema = defineEntity({
  name: 'Institution',
  properties: {
    ...identity,
    ...edited,
    centerId: p.uuid(),
    kind: p.enum(institutionKinds),
    name: p.text(),
    regionCode: p.text().nullable(),
    parentId: p.uuid().nullable(),
    validFrom: p.date().nullable(),
    /** 존속 마지막 날, inclusive. */
    validUntil: p.date().nullable(),
  },
})
export class Institution extends InstitutionSchema.class {}
InstitutionSchema.setClass(Institution)

/** Which body took over from which; one may become several. */
export const InstitutionSuccessionSchema = defineEntity({
  name: 'InstitutionSuccession',
  properties: {
    fromId: p.uuid().primary(),
    toId: p.uuid().primary(),
    effectiveOn: p.date(),
  },
})
export class InstitutionSuccession extends InstitutionSuccessionSchema.class {}
InstitutionSuccessionSchema.setClass(InstitutionSuccession)

/** 부서 — where in a body somebody buys: the one who meets enterprises at an event. */
export const DepartmentSchema = defineEntity({
  name: 'Department',
  properties: {
    ...identity,
    ...edited,
    centerId: p.uuid(),
    institutionId: p.uuid(),
    name: p.text(),
    validFrom: p.date().nullable(),
    /** 존속 마지막 날, inclusive. */
    validUntil: p.date().nullable(),
  },
})
export class Department extends DepartmentSchema.class {}
DepartmentSchema.setClass(Department)
