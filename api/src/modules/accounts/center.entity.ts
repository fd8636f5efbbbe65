import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'

/** 지원센터 — a tenant: its staff see and change what is the centre's own, and nobody else does. */
export const CenterSchema = defineEntity({
  name: 'Center',
  properties: {
    ...identity,
    name: p.text(),
    regionCode: p.text().nullable(),
    createdAt: p.datetime(),
  },
})
export class Center extends CenterSchema.class {}
CenterSchema.setClass(Center)
