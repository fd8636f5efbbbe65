import { product } from '../products/product.ts'

export const timed = product
