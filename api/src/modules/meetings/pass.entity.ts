import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'

export const passKinds = ['check_in', 'entry'] as const
export type PassKind = (typeof passKinds)[number]

/** 입장·기록 링크 — opens one thing to whoever holds its token, of which only the hash is kept. */
export const EventPassSchema = defineEntity({
  name: 'EventPass',
  properties: {
    ...identity,
    tokenHash: p.text(),
    kind: p.enum(passKinds),
    eventId: p.uuid(),
    participationId: p.uuid(),
    officerId: p.uuid().nullable(),
    /** Of one day only; null: of the whole event. */
    dayId: p.uuid().nullable(),
    validUntil: p.datetime(),
    revokedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
})
export class EventPass extends EventPassSchema.class {}
EventPassSchema.setClass(EventPass)

/** 체크인 — somebody has come, on a day. */
export const CheckInSchema = defineEntity({
  name: 'CheckIn',
  properties: {
    ...identity,
    eventId: p.uuid(),
    dayId: p.uuid(),
    participationId: p.uuid(),
    officerId: p.uuid().nullable(),
    at: p.datetime(),
    byId: p.uuid().nullable(),
  },
})
export class CheckIn extends CheckInSchema.class {}
CheckInSchema.setClass(CheckIn)
