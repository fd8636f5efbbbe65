import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'

/** A figure as it stood when a report was settled. */
export interface SettledFigure {
  key: string
  label: string
  unit: string
  value: number
}

/** 확정 결과 보고 — figures as of an instant; a correction is the next number. */
export const EventReportSchema = defineEntity({
  name: 'EventReport',
  properties: {
    ...identity,
    eventId: p.uuid(),
    centerId: p.uuid(),
    number: p.integer(),
    asOf: p.datetime(),
    figures: p.json<SettledFigure[]>(),
    note: p.text().nullable(),
    frozenById: p.uuid().nullable(),
  },
})
export class EventReport extends EventReportSchema.class {}
EventReportSchema.setClass(EventReport)
