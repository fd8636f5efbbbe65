import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'
import { participationStates, type ParticipationState } from './participation.states.ts'

/** What a decision has changed of a participation, so that it can be taken back. */
export interface Before {
  state: ParticipationState
  waitRank: number | null
  reasonCode: string | null
  reason: string | null
  decidedAt: string | null
  decidedById: string | null
  letterSentAt: string | null
}

/** 선정 결정 — one decision on one participation; those of one act, such as a bulk step, are taken back together. */
export const ParticipationDecisionSchema = defineEntity({
  name: 'ParticipationDecision',
  properties: {
    ...identity,
    actId: p.uuid(),
    eventId: p.uuid(),
    participationId: p.uuid(),
    byId: p.uuid(),
    at: p.datetime(),
    before: p.json<Before>(),
    state: p.enum(participationStates),
    /** Of the participation, once it was decided. */
    version: p.integer(),
    undoneAt: p.datetime().nullable(),
  },
})
export class ParticipationDecision extends ParticipationDecisionSchema.class {}
ParticipationDecisionSchema.setClass(ParticipationDecision)
