import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'
import type { SavedFilter } from './saved-filter.ts'

export const savedScopes = ['product', 'enterprise'] as const
export type SavedScope = (typeof savedScopes)[number]

/** 저장한 검색 — a question that a person wants to be told of new answers to. */
export const SavedSearchSchema = defineEntity({
  name: 'SavedSearch',
  properties: {
    ...identity,
    personId: p.uuid(),
    name: p.text(),
    scope: p.enum(savedScopes),
    /** What was typed; empty: no words. */
    words: p.text(),
    filter: p.json<SavedFilter>(),
    /** What it found on the day it was saved, which is no news. */
    known: p.array().columnType('uuid[]').lazy(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime().nullable(),
  },
})
export class SavedSearch extends SavedSearchSchema.class {}
SavedSearchSchema.setClass(SavedSearch)
