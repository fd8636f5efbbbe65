import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'

export const outcomeResults = ['contract', 'quotation', 'material', 'meet_again', 'no_fit'] as const
export type OutcomeResult = (typeof outcomeResults)[number]

export const outcomeSides = ['enterprise', 'department', 'staff'] as const
export type OutcomeSide = (typeof outcomeSides)[number]

/** 상담 결과 — what came of a meeting, as one side says; where two sides differ, both stand. */
export const OutcomeSchema = defineEntity({
  name: 'Outcome',
  properties: {
    ...identity,
    ...edited,
    meetingId: p.uuid(),
    side: p.enum(outcomeSides),
    result: p.enum(outcomeResults),
    /** 상담액: what was talked about. Neither planned, nor contracted, nor recognised. */
    won: p.bigint('number').nullable(),
    item: p.text().nullable(),
    categoryCode: p.text().nullable(),
    nextStep: p.text().nullable(),
    dueOn: p.date().nullable(),
    note: p.text().nullable(),
    /** Made on the device, so that an entry that is sent twice is written once. */
    entryKey: p.uuid(),
    enteredById: p.uuid().nullable(),
    passId: p.uuid().nullable(),
  },
})
export class Outcome extends OutcomeSchema.class {}
OutcomeSchema.setClass(Outcome)

/** 후속 조치 — what is still to be done after a meeting: a next step, or another consultation. */
export const FollowUpSchema = defineEntity({
  name: 'FollowUp',
  properties: {
    ...identity,
    ...edited,
    eventId: p.uuid(),
    meetingId: p.uuid(),
    /** The outcome whose next step it is; null for what staff has arranged besides. */
    outcomeId: p.uuid().nullable(),
    kind: p.enum(['step', 'consultation'] as const),
    what: p.text(),
    dueOn: p.date(),
    doneOn: p.date().nullable(),
    result: p.text().nullable(),
  },
})
export class FollowUp extends FollowUpSchema.class {}
FollowUpSchema.setClass(FollowUp)
