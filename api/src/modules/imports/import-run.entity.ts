import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'
import type { ImportKind } from './formats.ts'
import { importStates } from './import.states.ts'
import type { MappedHeader } from './inspect.ts'
import type { LineCounts } from './lines.ts'
import type { ListOptions } from './list-options.ts'

/** 가져오기 — one official list on its way in: uploaded, mapped, looked at, applied or not. A centre's own. */
export const ImportRunSchema = defineEntity({
  name: 'ImportRun',
  properties: {
    ...identity,
    version: p.integer().version().default(1),
    /** Null for what the command line brought. */
    centerId: p.uuid().nullable(),
    kind: p.text().$type<ImportKind>(),
    state: p.enum(importStates),
    fileName: p.text(),
    sha256: p.text(),
    encoding: p.text().nullable(),
    /** Where the header stands and what its columns mean; null for lists that are no single table. */
    header: p.json<MappedHeader>().nullable(),
    rows: p.integer(),
    /** Rows that the work under way has come through. */
    done: p.integer().default(0),
    attempts: p.integer().default(0),
    lines: p.json<Partial<LineCounts>>(),
    diffHash: p.text().nullable(),
    /** Why the last step could not be done, in Korean. */
    problem: p.text().nullable(),
    /** What becomes of those whom the list no longer names. */
    gone: p.enum(['review', 'leave'] as const).nullable(),
    created: p.integer().default(0),
    changed: p.integer().default(0),
    superseded: p.integer().default(0),
    unchanged: p.integer().default(0),
    refused: p.integer().default(0),
    unmatched: p.integer().default(0),
    /** Of a list of participants: the event. */
    eventId: p.uuid().nullable(),
    /** What has to be known besides the file. */
    options: p.json<ListOptions>().onCreate(() => ({})),
    /** What staff should know of the list as a whole. */
    remarks: p.json<string[]>().onCreate(() => []),
    byId: p.uuid().nullable(),
    undoesId: p.uuid().nullable(),
    createdAt: p.datetime(),
    appliedAt: p.datetime().nullable(),
    /** Until then the file is kept, and once applied until then it can be undone. */
    expiresAt: p.datetime().nullable(),
  },
})
export class ImportRun extends ImportRunSchema.class {}
ImportRunSchema.setClass(ImportRun)
