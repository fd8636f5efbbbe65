import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'

/** 관심 — a product or an enterprise that a person keeps at hand; nobody else's business. */
export const FavouriteSchema = defineEntity({
  name: 'Favourite',
  properties: {
    ...identity,
    personId: p.uuid(),
    /** One of the two is set. */
    productId: p.uuid().nullable(),
    enterpriseId: p.uuid().nullable(),
    createdAt: p.datetime(),
  },
})
export class Favourite extends FavouriteSchema.class {}
FavouriteSchema.setClass(Favourite)
