import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'

/** 담당자 — a person in a department. Everything but the department is personal data, kept for a purpose and a time. */
export const OfficerSchema = defineEntity({
  name: 'Officer',
  properties: {
    ...identity,
    ...edited,
    centerId: p.uuid(),
    departmentId: p.uuid(),
    /** Who signs in as this officer, if anybody does. */
    personId: p.uuid().nullable(),
    name: p.text(),
    title: p.text().nullable(),
    phone: p.text().nullable(),
    email: p.text().nullable(),
    purpose: p.text(),
    keepUntil: p.date(),
  },
})
export class Officer extends OfficerSchema.class {}
OfficerSchema.setClass(Officer)
