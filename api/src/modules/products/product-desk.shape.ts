import { extendShape, field, many, type Shape } from '../../platform/read/shape.ts'
import { completenessChecks } from '../enterprises/completeness.ts'
import { enterpriseDeskShape } from '../enterprises/desk.shape.ts'
import { productShape } from './product.shape.ts'

/** 상품 관리 — a product in any state, as its desk sees it. */
export const productDeskShape: Shape = {
  type: 'ProductDesk',
  table: 'product',
  fields: { ...productShape.fields, version: field('version'), allowedSteps: field('state') },
}

extendShape(enterpriseDeskShape, {
  products: many({
    shape: () => productDeskShape,
    on: (row, product) => `${product}.enterprise_id = ${row}.id`,
    orderBy: product => `${product}.created_at desc, ${product}.id desc`,
  }),
})

completenessChecks.push({
  field: 'products',
  consequence: '판매하는 상품이 없으면 상품 검색에 나타나지 않습니다.',
  isSaid: row => `exists (select from product p where p.enterprise_id = ${row}.id and p.state = 'on_sale')`,
})
