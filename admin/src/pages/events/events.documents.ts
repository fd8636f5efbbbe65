import { graphql } from '../../api/graphql.ts'

export const Events = graphql(`
  query Events($after: String) {
    events(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          edition
          kind
          year
          state
          firstDay
          lastDay
          confirmedEnterprises
          confirmedDepartments
          readiness {
            code
          }
        }
      }
    }
  }
`)
