import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'

/** The words and the order of the incumbent, the strongest first; `rule` is a hint to look at, and chooses nothing. */
export const matchTypes = [
  'mutual',
  'buyer',
  'enterprise',
  'item',
  'category',
  'region',
  'rule',
  'staff',
] as const
export type MatchType = (typeof matchTypes)[number]

/** One part of why a pair fits. */
export interface Reason {
  type: MatchType
  text: string
  weight: number
  /** Dated rule it leans on; null where it is no rule. */
  rule: string | null
}

export const matchStates = ['chosen', 'left_out'] as const

/** Why a pair is not to meet. */
export const leftOutCodes = [
  'most',
  'full',
  'apart',
  'rounds',
  'places',
  'together',
  'not_wanted',
  'not_filled',
  'by_hand',
  'gone',
] as const
export type LeftOutCode = (typeof leftOutCodes)[number]

/** 매칭 — an enterprise and a department that are to meet at an event, or not, and why. */
export const MatchSchema = defineEntity({
  name: 'Match',
  properties: {
    ...identity,
    ...edited,
    eventId: p.uuid(),
    roundId: p.uuid().nullable(),
    centerId: p.uuid(),
    /** Participations. */
    enterpriseId: p.uuid(),
    departmentId: p.uuid(),
    type: p.enum(matchTypes),
    because: p.json<Reason[]>(),
    weight: p.integer(),
    state: p.enum(matchStates),
    /** 고정 — stays chosen whatever is proposed. */
    isPinned: p.boolean().default(false),
    leftOutCode: p.enum(leftOutCodes).nullable(),
    leftOutReason: p.text().nullable(),
    /** Whose cap or time stood in the way, where it was one of the two. */
    leftOutPartyId: p.uuid().nullable(),
  },
})
export class Match extends MatchSchema.class {}
MatchSchema.setClass(Match)
