import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'

export const placeKinds = ['table', 'booth', 'video'] as const

/** 자리 — a table, a booth or a video room in which meetings take place. */
export const EventPlaceSchema = defineEntity({
  name: 'EventPlace',
  properties: {
    ...identity,
    eventId: p.uuid(),
    /** Of one round only; null: of all of them. */
    roundId: p.uuid().nullable(),
    kind: p.enum(placeKinds),
    name: p.text(),
    /** Part of the venue: going to another takes time. */
    area: p.text().nullable(),
    link: p.text().nullable(),
    /** Meetings at once. */
    capacity: p.integer().default(1),
    takesWalkIns: p.boolean().default(false),
    isAccessible: p.boolean().default(true),
    position: p.integer(),
  },
})
export class EventPlace extends EventPlaceSchema.class {}
EventPlaceSchema.setClass(EventPlace)

/** What a place holds in one slot, where that differs; 0 closes it. */
export const EventPlaceSlotSchema = defineEntity({
  name: 'EventPlaceSlot',
  properties: {
    placeId: p.uuid().primary(),
    slotId: p.uuid().primary(),
    capacity: p.integer(),
  },
})
export class EventPlaceSlot extends EventPlaceSlotSchema.class {}
EventPlaceSlotSchema.setClass(EventPlaceSlot)
