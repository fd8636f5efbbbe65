import { defineEntity, p } from '@mikro-orm/core'

/** 순위 비중 — by what the applicants of an event are ranked; a change is a new row. */
export const CurationWeightsSchema = defineEntity({
  name: 'CurationWeights',
  properties: {
    eventId: p.uuid().primary(),
    version: p.integer().primary(),
    /** Planned items that it can supply. */
    items: p.integer(),
    /** So many that fit wholly are worth all of `items`. */
    itemsFull: p.integer(),
    capacity: p.integer(),
    records: p.integer(),
    recordsFull: p.integer(),
    recordYears: p.integer(),
    terms: p.integer(),
    returner: p.integer(),
    newcomer: p.integer(),
    need: p.integer(),
    changedById: p.uuid().nullable(),
    changedAt: p.datetime(),
  },
})
export class CurationWeights extends CurationWeightsSchema.class {}
CurationWeightsSchema.setClass(CurationWeights)
