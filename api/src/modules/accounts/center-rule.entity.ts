import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'

export const centerRuleNames = ['second_factor'] as const
export type CenterRuleName = (typeof centerRuleNames)[number]

/** 센터 규칙 — what a centre has decided for its own people from a day on; the latest version counts. */
export const CenterRuleSchema = defineEntity({
  name: 'CenterRule',
  properties: {
    ...identity,
    centerId: p.uuid(),
    name: p.enum(centerRuleNames),
    version: p.integer(),
    isOn: p.boolean(),
    since: p.date(),
    changedById: p.uuid().nullable(),
    changedAt: p.datetime(),
  },
})
export class CenterRule extends CenterRuleSchema.class {}
CenterRuleSchema.setClass(CenterRule)
