import { product } from './product.ts'

export const states = [product]
