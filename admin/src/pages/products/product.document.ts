import { graphql } from '../../api/graphql.ts'
import { ProductCardFields } from '../../parts/catalogue.fragments.ts'
import { PassportFields } from '../../parts/passport.fragment.ts'
import { VerdictFields } from '../../parts/verdict.fragment.ts'

export const ProductDetail = graphql(
  `
    query ProductDetail($id: ID!, $on: Date!) {
      node(id: $id) {
        type: __typename
        ... on Product {
          id
          isFavourite
          name
          spec
          unit
          price
          includesVat
          minimumOrder
          leadDays
          state
          updatedAt
          deliveryRegions {
            code
            fullName
          }
          images {
            url
            alt
          }
          category {
            code
            name
            path {
              code
              name
            }
          }
          enterprise {
            id
            name
            region {
              fullName
            }
            ...VerdictFields
            ...PassportFields
          }
        }
      }
    }
  `,
  [VerdictFields, PassportFields],
)

/** Other products of the same category. */
export const SimilarProducts = graphql(
  `
    query SimilarProducts($category: String!) {
      products(first: 6, filter: { categories: [$category] }) {
        edges {
          node {
            id
            ...ProductCardFields
          }
        }
      }
    }
  `,
  [ProductCardFields],
)
