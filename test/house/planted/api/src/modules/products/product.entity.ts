import { productType } from './product.graphql.ts'

export const stored = productType
