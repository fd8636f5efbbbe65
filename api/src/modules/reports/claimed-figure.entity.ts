import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'
import { claimKinds } from './check-claim.ts'

/** 발표 수치 — a figure as somebody printed it, with its source; the report checks it and never repeats it. */
export const ClaimedFigureSchema = defineEntity({
  name: 'ClaimedFigure',
  properties: {
    ...identity,
    ...edited,
    eventId: p.uuid(),
    centerId: p.uuid(),
    kind: p.enum(claimKinds),
    /** Key of the figure of the report it speaks of. */
    about: p.text().nullable(),
    label: p.text(),
    value: p.text().nullable(),
    parts: p.array(),
    partLabels: p.array(),
    source: p.text(),
    publishedOn: p.date().nullable(),
  },
})
export class ClaimedFigure extends ClaimedFigureSchema.class {}
ClaimedFigureSchema.setClass(ClaimedFigure)
