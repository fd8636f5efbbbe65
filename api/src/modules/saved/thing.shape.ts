import { one } from '../../platform/read/shape.ts'
import { enterpriseShape, isPublicEnterprise } from '../enterprises/enterprise.shape.ts'
import { isPublicProduct, productShape } from '../products/product.shape.ts'

/** The fields of a row that speaks of either a product or an enterprise. */
export const thingFields = {
  product: one({
    shape: () => productShape,
    on: (row, product) => `${product}.id = ${row}.product_id`,
  }),
  enterprise: one({
    shape: () => enterpriseShape,
    on: (row, enterprise) => `${enterprise}.id = ${row}.enterprise_id`,
  }),
}

/** Whether the thing a row speaks of may be seen; when it may not, there is no such row. */
export const isOfPublicThing = (row: string) => `(
  exists (select 1 from product x where x.id = ${row}.product_id and ${isPublicProduct('x')})
  or exists (select 1 from enterprise x where x.id = ${row}.enterprise_id and ${isPublicEnterprise('x')}))`
