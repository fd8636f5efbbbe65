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
    isDemo: p.boolean().default(false),
    createdAt: p.datetime(),
  },
})
export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person)

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
