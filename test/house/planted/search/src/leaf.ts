import { product } from '../../api/src/modules/products/product.ts'

export const indexed = product
