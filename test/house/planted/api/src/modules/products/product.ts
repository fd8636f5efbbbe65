export const product = 'a product'
