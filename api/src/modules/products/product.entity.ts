import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'
import { Enterprise } from '../enterprises/enterprise.entity.ts'
import { productStates } from './product.states.ts'

/** 상품·서비스 — offered by one enterprise, in one category. */
export const ProductSchema = defineEntity({
  name: 'Product',
  properties: {
    ...identity,
    ...edited,
    enterprise: () => p.manyToOne(Enterprise).ref(),
    /** Null until somebody has classified it, as in official lists that carry no category. */
    categoryCode: p.text().nullable(),
    /** Id in the list it was imported from. */
    externalId: p.text().nullable(),
    name: p.text(),
    spec: p.text().nullable(),
    unit: p.text(),
    /** Won per unit; null: on quotation (견적). */
    price: p.bigint('number').nullable(),
    includesVat: p.boolean(),
    minimumOrder: p.integer().default(1),
    /** Days from order to delivery (납기). */
    leadDays: p.integer().nullable(),
    /** Region codes delivered to; empty is nationwide (전국). */
    deliveryRegions: p.array().default([]),
    state: p.enum(productStates).default('draft'),
    source: p.text(),
  },
})
export class Product extends ProductSchema.class {}
ProductSchema.setClass(Product)

export const ProductImageSchema = defineEntity({
  name: 'ProductImage',
  properties: {
    ...identity,
    product: () => p.manyToOne(Product).ref(),
    url: p.text(),
    alt: p.text(),
    position: p.integer(),
  },
})
export class ProductImage extends ProductImageSchema.class {}
ProductImageSchema.setClass(ProductImage)
