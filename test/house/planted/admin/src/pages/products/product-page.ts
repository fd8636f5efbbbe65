export const productPage = 'a page'
