import { defineEntity, p } from '@mikro-orm/core'

/** 기록 — one row per change, written in the transaction of the change, never changed afterwards. */
export const LedgerEntrySchema = defineEntity({
  name: 'LedgerEntry',
  tableName: 'ledger',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    at: p.datetime(),
    actorId: p.uuid().nullable(),
    actorRole: p.text(),
    /** Noun and past verb: `product.withdrawn`. */
    name: p.text(),
    subjectType: p.text(),
    subjectId: p.uuid(),
    /** What changed, in field names; never a personal datum. */
    detail: p.json<Record<string, unknown>>(),
    reason: p.text().nullable(),
  },
})
export class LedgerEntry extends LedgerEntrySchema.class {}
LedgerEntrySchema.setClass(LedgerEntry)
