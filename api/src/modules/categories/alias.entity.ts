import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'

export const aliasRelations = ['synonym', 'not_this'] as const
export type AliasRelation = (typeof aliasRelations)[number]

/**
 * 분류 동의어 — what people have said about a term: it means a category (`synonym`), or it does not
 * (`not_this`: 손소독제 is not 소독업). A removed one is kept, so that reference data does not bring it back.
 */
export const CategoryAliasSchema = defineEntity({
  name: 'CategoryAlias',
  properties: {
    ...identity,
    ...edited,
    /** As people write it. */
    term: p.text(),
    /** In the one spelling that searched words are compared with. */
    comparableTerm: p.text(),
    categoryCode: p.text(),
    relation: p.enum(aliasRelations),
    isActive: p.boolean().default(true),
    /** `seed` or `staff`. */
    source: p.text(),
  },
})
export class CategoryAlias extends CategoryAliasSchema.class {}
CategoryAliasSchema.setClass(CategoryAlias)
