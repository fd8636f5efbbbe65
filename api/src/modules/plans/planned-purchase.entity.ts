import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'

/** Who sees it: the department alone, its centre too, those who take part in an event with it, everybody. */
export const visibilities = ['department', 'center', 'participants', 'public'] as const
export type Visibility = (typeof visibilities)[number]

/** 구매예정품목 — what a department means to buy in a year, as its budget says. */
export const PlannedPurchaseSchema = defineEntity({
  name: 'PlannedPurchase',
  properties: {
    ...identity,
    ...edited,
    centerId: p.uuid(),
    departmentId: p.uuid(),
    year: p.integer(),
    month: p.integer().nullable(),
    item: p.text(),
    categoryCode: p.text().nullable(),
    /** How sure the suggestion of the category was, from 0 to 1; null where a person chose it. */
    confidence: p.float().nullable(),
    isCategoryConfirmed: p.boolean().default(false),
    /** 원. */
    won: p.bigint('number').nullable(),
    /** 예산 과목. */
    budgetLine: p.text().nullable(),
    visibility: p.enum(visibilities),
    source: p.enum(['officer', 'staff', 'import'] as const),
    importRunId: p.uuid().nullable(),
    importRow: p.integer().nullable(),
    state: p.enum(['planned', 'withdrawn'] as const),
  },
})
export class PlannedPurchase extends PlannedPurchaseSchema.class {}
PlannedPurchaseSchema.setClass(PlannedPurchase)
