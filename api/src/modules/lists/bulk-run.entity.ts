import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'
import { bulkActionNames } from './bulk-actions.ts'
import { bulkStates } from './bulk.states.ts'

/** 일괄 작업 — one step for many rows of a list, in the name of whoever asked for it. */
export const BulkRunSchema = defineEntity({
  name: 'BulkRun',
  properties: {
    ...identity,
    personId: p.uuid(),
    centerId: p.uuid(),
    action: p.enum(bulkActionNames),
    state: p.enum(bulkStates),
    /** To whom cases are assigned; null: to whoever asked. */
    toId: p.uuid().nullable(),
    reason: p.text().nullable(),
    /** The run that this one takes back. */
    undoesId: p.uuid().nullable(),
    /** How often it was cut off in the middle. */
    attempts: p.integer().default(0),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
})
export class BulkRun extends BulkRunSchema.class {}
BulkRunSchema.setClass(BulkRun)
