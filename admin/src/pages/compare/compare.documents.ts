import { graphql } from '../../api/graphql.ts'
import { PassportFields } from '../../parts/passport.fragment.ts'

/** What is compared of an enterprise, whether it stands for itself or behind a product. */
export const StandingFields = graphql(
  `
    fragment StandingFields on Enterprise {
      countsAs(on: $on) {
        code
        name
      }
      certifications {
        id
        status
        validity(on: $on)
        validUntil
        cancelledOn
        returnedOn
        kind {
          code
          name
        }
      }
      ...PassportFields
    }
  `,
  [PassportFields],
)

export const Comparison = graphql(
  `
    query Comparison($ids: [ID!]!, $on: Date!) {
      nodes(ids: $ids) {
        type: __typename
        ... on Product {
          id
          name
          spec
          unit
          price
          includesVat
          leadDays
          minimumOrder
          state
          deliveryRegions {
            fullName
          }
          category {
            name
          }
          enterprise {
            id
            name
            ...StandingFields
          }
        }
        ... on Enterprise {
          id
          name
          organisationForm
          productCount
          region {
            fullName
          }
          ...StandingFields
        }
      }
    }
  `,
  [StandingFields],
)
