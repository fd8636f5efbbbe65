import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'

export const sessions = ['morning', 'afternoon'] as const

/** 날 — a day in Seoul on which a round meets. */
export const EventDaySchema = defineEntity({
  name: 'EventDay',
  properties: {
    ...identity,
    eventId: p.uuid(),
    roundId: p.uuid(),
    onDate: p.date(),
  },
})
export class EventDay extends EventDaySchema.class {}
EventDaySchema.setClass(EventDay)

/** 시간 칸 — one stretch of time in which a meeting takes place. */
export const EventSlotSchema = defineEntity({
  name: 'EventSlot',
  properties: {
    ...identity,
    eventId: p.uuid(),
    dayId: p.uuid(),
    session: p.enum(sessions),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
  },
})
export class EventSlot extends EventSlotSchema.class {}
EventSlotSchema.setClass(EventSlot)

/** 프로그램 — what everybody is asked to: opening, training, exhibits. */
export const ProgrammeItemSchema = defineEntity({
  name: 'ProgrammeItem',
  properties: {
    ...identity,
    eventId: p.uuid(),
    dayId: p.uuid(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    title: p.text(),
    place: p.text().nullable(),
  },
})
export class ProgrammeItem extends ProgrammeItemSchema.class {}
ProgrammeItemSchema.setClass(ProgrammeItem)
