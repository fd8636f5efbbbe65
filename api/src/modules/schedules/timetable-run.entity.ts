import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'
import { timetableStates } from './timetable.states.ts'

/** How far a search has come, and what it is asked meanwhile. */
export interface RunProgress {
  /** Somebody wants what there is. */
  isStopping?: boolean
  seconds?: number
  breaks?: number | null
  bound?: number
  /** What would help, where there is no timetable. */
  fixes?: { label: string; effect: string }[]
  placeChanges?: number
  /** Why it was made from another one. */
  because?: string
}

/** 시간표 판 — one version of a round's timetable: asked for, found or not, published or not. */
export const TimetableRunSchema = defineEntity({
  name: 'TimetableRun',
  properties: {
    ...identity,
    eventId: p.uuid(),
    roundId: p.uuid(),
    centerId: p.uuid(),
    number: p.integer(),
    state: p.enum(timetableStates),
    kind: p.enum(['fresh', 'repair'] as const).default('fresh'),
    basedOnId: p.uuid().nullable(),
    /** Of what it was asked: the same question has the same hash. */
    inputHash: p.text(),
    budgetSeconds: p.float(),
    status: p.enum(['optimal', 'feasible', 'infeasible', 'unknown'] as const).nullable(),
    breaks: p.integer().nullable(),
    /** No timetable has fewer breaks. */
    bound: p.integer().nullable(),
    idle: p.integer().nullable(),
    /** Meetings at another time or place than in the one it was made from. */
    moved: p.integer().nullable(),
    seconds: p.float().nullable(),
    reason: p.text().nullable(),
    progress: p.json<RunProgress>().nullable(),
    requestedById: p.uuid().nullable(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    publishedAt: p.datetime().nullable(),
  },
})
export class TimetableRun extends TimetableRunSchema.class {}
TimetableRunSchema.setClass(TimetableRun)
