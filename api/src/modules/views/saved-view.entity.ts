import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'

/** The lists of the staff that can be looked at in more than one way. */
export const staffLists = ['reviews', 'enterprises', 'imports', 'audit', 'notices'] as const
export type StaffList = (typeof staffLists)[number]

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** One condition, as it stands in the address of the list: `cert=social&cert=village`. */
export interface ViewCondition {
  field: string
  values: string[]
}

/** 저장한 보기 — conditions, columns and order of a list under a name: one's own, or the whole centre's. */
export const SavedViewSchema = defineEntity({
  name: 'SavedView',
  properties: {
    ...identity,
    ...edited,
    /** Who made it. */
    personId: p.uuid(),
    centerId: p.uuid(),
    list: p.enum(staffLists),
    name: p.text(),
    filter: p.json<ViewCondition[]>(),
    /** In their order; null: the columns that the list has by itself. */
    columns: p.array().columnType('text[]').nullable(),
    sort: p.text().nullable(),
    density: p.enum(densities).nullable(),
    isShared: p.boolean().default(false),
  },
})
export class SavedView extends SavedViewSchema.class {}
SavedViewSchema.setClass(SavedView)
