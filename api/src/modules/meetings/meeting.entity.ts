import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'
import { meetingStates, noShowSides } from './meeting.states.ts'

/** 상담 — two participants in a slot and a place: timetabled, or a walk-in (현장 상담). */
export const MeetingSchema = defineEntity({
  name: 'Meeting',
  properties: {
    ...identity,
    ...edited,
    eventId: p.uuid(),
    roundId: p.uuid(),
    centerId: p.uuid(),
    matchId: p.uuid().nullable(),
    runId: p.uuid().nullable(),
    origin: p.enum(['timetable', 'walk_in'] as const),
    /** Participations; a walk-in may have come from a department that takes no part. */
    enterpriseId: p.uuid(),
    departmentId: p.uuid().nullable(),
    visitorDepartment: p.text().nullable(),
    slotId: p.uuid().nullable(),
    placeId: p.uuid().nullable(),
    placeSeat: p.integer().default(0),
    state: p.enum(meetingStates),
    noShowSide: p.enum(noShowSides).nullable(),
    reason: p.text().nullable(),
    startedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    /** Made where the booking was typed, so that one that is sent twice is booked once. */
    entryKey: p.uuid().nullable(),
  },
})
export class Meeting extends MeetingSchema.class {}
MeetingSchema.setClass(Meeting)

/** Who sits where when: the database lets nobody sit twice in one slot. */
export const MeetingSeatSchema = defineEntity({
  name: 'MeetingSeat',
  properties: {
    meetingId: p.uuid().primary(),
    participationId: p.uuid().primary(),
    slotId: p.uuid(),
    seat: p.integer().default(0),
  },
})
export class MeetingSeat extends MeetingSeatSchema.class {}
MeetingSeatSchema.setClass(MeetingSeat)
