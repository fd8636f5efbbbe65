export const productType = 'what is public of a product'
