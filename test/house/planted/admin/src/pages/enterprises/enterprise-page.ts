import { productPage } from '../products/product-page.ts'

export const enterprisePage = productPage
