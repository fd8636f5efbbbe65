import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'
import { eventStates } from './event.states.ts'

export const eventKinds = ['briefing', 'consultation', 'matching_day'] as const
export type EventKind = (typeof eventKinds)[number]

export const quotaSorts = ['sector', 'kind', 'region', 'group', 'returning', 'new'] as const
export type QuotaSort = (typeof quotaSorts)[number]

/** 행사 시리즈 — what editions of an event have in common, so that they compare. */
export const EventSeriesSchema = defineEntity({
  name: 'EventSeries',
  properties: {
    ...identity,
    centerId: p.uuid(),
    name: p.text(),
    createdAt: p.datetime(),
  },
})
export class EventSeries extends EventSeriesSchema.class {}
EventSeriesSchema.setClass(EventSeries)

/** 행사 — one edition: 설명회 briefing, 상담회 consultation or 매칭데이 matching day. */
export const EventSchema = defineEntity({
  name: 'Event',
  properties: {
    ...identity,
    ...edited,
    centerId: p.uuid(),
    seriesId: p.uuid(),
    edition: p.integer(),
    kind: p.enum(eventKinds),
    title: p.text(),
    year: p.integer(),
    host: p.text().nullable(),
    venue: p.text().nullable(),
    summary: p.text().nullable(),
    state: p.enum(eventStates),
    /** Criteria that participants are judged by, in whichever version is in force. */
    requirementSetSeriesId: p.uuid().nullable(),
    applyUntil: p.datetime().nullable(),
    wishesUntil: p.datetime().nullable(),
    /** Days that an invited or promoted participant has for an answer. */
    replyDays: p.integer().default(3),
    enterprisesWanted: p.integer().nullable(),
    departmentsWanted: p.integer().nullable(),
    slotMinutes: p.integer().default(20),
    gapMinutes: p.integer().default(5),
    /** 공평성 — how far the breaks of two participants may differ. */
    fairness: p.integer().default(2),
    isPublic: p.boolean().default(false),
    /** When the planned purchases of its departments were opened to its enterprises. */
    plansSharedAt: p.datetime().nullable(),
  },
})
export class Event extends EventSchema.class {}
EventSchema.setClass(Event)

/** 회차 — a part of an event with a theme of its own; timetabled by itself. */
export const EventRoundSchema = defineEntity({
  name: 'EventRound',
  properties: {
    ...identity,
    eventId: p.uuid(),
    number: p.integer(),
    title: p.text(),
    theme: p.text().nullable(),
    isOnline: p.boolean().default(false),
    travelMinutes: p.integer().default(0),
  },
})
export class EventRound extends EventRoundSchema.class {}
EventRoundSchema.setClass(EventRound)

/** 정원 — how many of a sort an event wants at least, or takes at most. */
export const EventQuotaSchema = defineEntity({
  name: 'EventQuota',
  properties: {
    ...identity,
    eventId: p.uuid(),
    what: p.enum(quotaSorts),
    /** A code of category, certification kind or region, or the id of a group; null where `what` says all. */
    value: p.text().nullable(),
    minimum: p.integer().nullable(),
    maximum: p.integer().nullable(),
  },
})
export class EventQuota extends EventQuotaSchema.class {}
EventQuotaSchema.setClass(EventQuota)

/** 참여그룹 — a group of an event that is no certificate, such as the members of an association. */
export const ParticipantGroupSchema = defineEntity({
  name: 'ParticipantGroup',
  properties: {
    ...identity,
    eventId: p.uuid(),
    name: p.text(),
    note: p.text().nullable(),
  },
})
export class ParticipantGroup extends ParticipantGroupSchema.class {}
ParticipantGroupSchema.setClass(ParticipantGroup)
