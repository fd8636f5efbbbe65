import { defineEntity, p } from '@mikro-orm/core'
import type { Day } from '../../platform/day.ts'
import { edited, identity } from '../../platform/row.entity.ts'

export const purposes = ['catalogue', 'certification', 'event'] as const
export type Purpose = (typeof purposes)[number]

/** 기준 — what enterprises are vetted by, in versions; a published one never changes, the database sees to it. */
export const RequirementSetSchema = defineEntity({
  name: 'RequirementSet',
  properties: {
    ...identity,
    ...edited,
    /** All versions of one set share it. */
    seriesId: p.uuid(),
    /** 1, 2, 3 … within the series. */
    number: p.integer(),
    centerId: p.uuid(),
    purpose: p.enum(purposes),
    kindCode: p.text().nullable(),
    title: p.text(),
    state: p.enum(['draft', 'published'] as const).default('draft'),
    /** In force from this day on, until a later version is. */
    effectiveFrom: p.date().nullable(),
    /** Last day on which enterprises can apply; null: no end. */
    openUntil: p.date().nullable(),
    /** Whether two different people must approve. */
    needsTwo: p.boolean().default(false),
    /** Days the centre has from submission on. */
    reviewDays: p.integer().default(14),
    /** Days the enterprise has to correct. */
    returnDays: p.integer().default(7),
    publishedAt: p.datetime().nullable(),
  },
})
export class RequirementSet extends RequirementSetSchema.class {}
RequirementSetSchema.setClass(RequirementSet)

export const requirementKinds = [
  'document',
  'attestation',
  'valid_certification',
  'supply_capacity',
  'delivery_records',
  'delivery_terms',
  'staff_check',
  'minimum_products',
] as const
export type RequirementKind = (typeof requirementKinds)[number]

/** 근거 — dated, because laws change. */
export interface Law {
  name: string
  article: string | null
  effectiveFrom: Day | null
  url: string | null
}

/** What a kind is measured by; each kind knows its own. */
export interface Parameters {
  /** Codes of certification kinds; none: any kind of the social economy. */
  kinds?: string[]
  /** Valid through this day … */
  through?: Day
  /** … or through so many days from the day of asking. */
  daysAhead?: number
  count?: number
  years?: number
  /** Whether only claims that somebody has confirmed count. */
  confirmed?: boolean
}

/** 요건 — one thing an enterprise must show. */
export const RequirementSchema = defineEntity({
  name: 'Requirement',
  properties: {
    ...identity,
    requirementSetId: p.uuid(),
    /** The same requirement in another version has the same key. */
    key: p.uuid(),
    position: p.integer(),
    kind: p.enum(requirementKinds),
    text: p.text(),
    /** What helps to meet it; nothing is judged by it. */
    guidance: p.text().nullable(),
    law: p.json<Law>().nullable(),
    parameters: p.json<Parameters>(),
    isRequired: p.boolean().default(true),
    weight: p.integer().default(0),
  },
})
export class Requirement extends RequirementSchema.class {}
RequirementSchema.setClass(Requirement)
