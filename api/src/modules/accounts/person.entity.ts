import { defineEntity, p } from '@mikro-orm/core'
import { roles } from '../../platform/context.ts'
import { identity } from '../../platform/row.entity.ts'

/** 사용자 — somebody who signs in. Name and e-mail are personal data. */
export const PersonSchema = defineEntity({
  name: 'Person',
  properties: {
    ...identity,
    email: p.text(),
    name: p.text(),
    role: p.enum(roles),
    /** Set for staff and leads only. */
    centerId: p.uuid().nullable(),
    isDemo: p.boolean().default(false),
    createdAt: p.datetime(),
    /** With its parameters and salt; null until a password has been chosen. */
    passwordHash: p.text().nullable().lazy(),
    /** 사용 중지: opens nothing from the next request on. */
    disabledAt: p.datetime().nullable(),
    invitationHash: p.text().nullable().lazy(),
    invitationEndsAt: p.datetime().nullable(),
    /** Of the code in the letter of the invitation, which is none that the lead has seen. */
    letterHash: p.text().nullable().lazy(),
    /** 2단계 비밀: shared with the app of the person, in use once a code of it has been confirmed. */
    otpSecret: p.text().nullable().lazy(),
    otpConfirmedAt: p.datetime().nullable(),
    /** The time step of the last code taken: each code is good once. */
    otpLastStep: p.integer().default(0),
  },
})
export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person)

/** 기업 소속 — a person who acts for an enterprise. */
export const EnterpriseMemberSchema = defineEntity({
  name: 'EnterpriseMember',
  properties: {
    personId: p.uuid().primary(),
    enterpriseId: p.uuid().primary(),
  },
})
export class EnterpriseMember extends EnterpriseMemberSchema.class {}
EnterpriseMemberSchema.setClass(EnterpriseMember)

/** 부서 담당자 — a person who acts for a department of a public body. */
export const DepartmentMemberSchema = defineEntity({
  name: 'DepartmentMember',
  properties: {
    personId: p.uuid().primary(),
    departmentId: p.uuid().primary(),
  },
})
export class DepartmentMember extends DepartmentMemberSchema.class {}
DepartmentMemberSchema.setClass(DepartmentMember)
