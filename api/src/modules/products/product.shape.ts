import { globalIdSql } from '../../platform/global-id.ts'
import { column, extendShape, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { timelineSubjects } from '../audit/timeline.shape.ts'
import { categoryShape } from '../categories/category.shape.ts'
import { enterpriseShape, ofPublicEnterprise } from '../enterprises/enterprise.shape.ts'
import { regionShape } from '../regions/region.shape.ts'
import { seenIn, stories, tellsOf } from '../audit/stories.ts'
import { isOfDesk } from '../enterprises/find-desk.ts'

export const productShape: Shape = {
  type: 'Product',
  table: 'product',
  fields: {
    id: column(row => globalIdSql('product', `${row}.id`)),
    name: field('name'),
    spec: field('spec'),
    unit: field('unit'),
    price: field('price'),
    includesVat: field('includes_vat'),
    minimumOrder: field('minimum_order'),
    leadDays: field('lead_days'),
    deliveryRegions: many({
      shape: () => regionShape,
      on: (row, region) => `${region}.code = any(${row}.delivery_regions)`,
      orderBy: region => `${region}.code`,
    }),
    state: field('state'),
    images: many({
      shape: () => imageShape,
      on: (row, image) => `${image}.product_id = ${row}.id`,
      orderBy: image => `${image}.position`,
    }),
    enterprise: one({
      shape: () => enterpriseShape,
      on: (row, enterprise) => `${enterprise}.id = ${row}.enterprise_id`,
    }),
    category: one({
      shape: () => categoryShape,
      on: (row, category) => `${category}.code = ${row}.category_code`,
    }),
    createdAt: field('created_at'),
    updatedAt: field('updated_at'),
  },
}

const imageShape: Shape = {
  type: 'ProductImage',
  table: 'product_image',
  fields: { url: field('url'), alt: field('alt') },
}

/** What a list may show. */
export const isOnSale = (row: string) => `${row}.state = 'on_sale' and ${ofPublicEnterprise(row)}`

/** What its own page may show: a product no longer sold keeps its address, so that links to it do not die. */
export const isPublicProduct = (row: string) => `${row}.state <> 'draft' and ${ofPublicEnterprise(row)}`

extendShape(enterpriseShape, {
  products: many({
    shape: () => productShape,
    on: (row, product) => `${product}.enterprise_id = ${row}.id and ${product}.state = 'on_sale'`,
    orderBy: product => `${product}.created_at desc, ${product}.id desc`,
    limit: use => use.argument('first'),
  }),
  productCount: column(
    row => `(select count(*) from product p where p.enterprise_id = ${row}.id and p.state = 'on_sale')`,
  ),
})

timelineSubjects.set(
  'product',
  enterpriseId => `select id from product where enterprise_id = ${enterpriseId}`,
)

stories.set('product', { tells: tellsOf('product'), isSeen: seenIn('product', isOfDesk) })
