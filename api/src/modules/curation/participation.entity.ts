import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'
import { participationStates } from './participation.states.ts'

/** 참여 — an enterprise or a department in an event: at most once each. */
export const ParticipationSchema = defineEntity({
  name: 'Participation',
  properties: {
    ...identity,
    ...edited,
    eventId: p.uuid(),
    centerId: p.uuid(),
    side: p.enum(['enterprise', 'department'] as const),
    enterpriseId: p.uuid().nullable(),
    departmentId: p.uuid().nullable(),
    groupId: p.uuid().nullable(),
    origin: p.enum(['applied', 'invited'] as const),
    state: p.enum(participationStates),
    /** What the participant says to the centre when applying. */
    statement: p.text().nullable(),
    /** How many meetings it can hold at once: several officers of a department. */
    seats: p.integer().default(1),
    meetingsMost: p.integer().nullable(),
    waitRank: p.integer().nullable(),
    reasonCode: p.text().nullable(),
    reason: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
    decidedById: p.uuid().nullable(),
    letterSentAt: p.datetime().nullable(),
    /** What the participant knows; a decision is the desk's own until its letter leaves. */
    toldState: p.enum(participationStates).nullable(),
    toldReason: p.text().nullable(),
    replyUntil: p.datetime().nullable(),
    /** Its booth. */
    placeId: p.uuid().nullable(),
  },
})
export class Participation extends ParticipationSchema.class {}
ParticipationSchema.setClass(Participation)

/** Rounds it takes part in; none means all of them. */
export const ParticipationRoundSchema = defineEntity({
  name: 'ParticipationRound',
  properties: {
    participationId: p.uuid().primary(),
    roundId: p.uuid().primary(),
  },
})
export class ParticipationRound extends ParticipationRoundSchema.class {}
ParticipationRoundSchema.setClass(ParticipationRound)

/** Slots in which it cannot meet anybody. */
export const ParticipationAwaySchema = defineEntity({
  name: 'ParticipationAway',
  properties: {
    participationId: p.uuid().primary(),
    slotId: p.uuid().primary(),
  },
})
export class ParticipationAway extends ParticipationAwaySchema.class {}
ParticipationAwaySchema.setClass(ParticipationAway)

/** Who comes for a department. */
export const ParticipationOfficerSchema = defineEntity({
  name: 'ParticipationOfficer',
  properties: {
    participationId: p.uuid().primary(),
    officerId: p.uuid().primary(),
  },
})
export class ParticipationOfficer extends ParticipationOfficerSchema.class {}
ParticipationOfficerSchema.setClass(ParticipationOfficer)
