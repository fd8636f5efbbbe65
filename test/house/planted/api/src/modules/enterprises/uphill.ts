import { product } from '../products/product.ts'

export const sells = product
