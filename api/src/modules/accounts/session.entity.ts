import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'
import { Person } from './person.entity.ts'

/** How far a sign-in has come: only an open session is anybody's; the others wait for the second factor. */
export const sessionStages = ['open', 'second_factor', 'enrolment'] as const
export type SessionStage = (typeof sessionStages)[number]

/** 세션 — a sign-in that has not ended; the token itself is known only to its bearer. */
export const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    ...identity,
    tokenHash: p.text(),
    person: () => p.manyToOne(Person).ref(),
    stage: p.enum(sessionStages),
    method: p.enum(['password', 'demo'] as const),
    createdAt: p.datetime(),
    /** The last request, to the minute. */
    seenAt: p.datetime(),
    /** However busy: then it ends. */
    expiresAt: p.datetime(),
  },
})
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session)

/** 복구 코드 — for who has lost the app; each opens once. */
export const RecoveryCodeSchema = defineEntity({
  name: 'RecoveryCode',
  properties: {
    ...identity,
    personId: p.uuid(),
    codeHash: p.text(),
    usedAt: p.datetime().nullable(),
  },
})
export class RecoveryCode extends RecoveryCodeSchema.class {}
RecoveryCodeSchema.setClass(RecoveryCode)
