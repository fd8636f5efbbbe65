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

/** 세션 — a sign-in that has not ended; the token itself is known only to its bearer. */
export const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    ...identity,
    tokenHash: p.text(),
    person: () => p.manyToOne(Person).ref(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
})
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session)
