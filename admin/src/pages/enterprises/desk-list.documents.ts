import { graphql } from '../../api/graphql.ts'

/** A line of the staff's list. */
export const DeskRowFields = graphql(`
  fragment DeskRowFields on EnterpriseDesk {
    id
    state
    hasCenter
    nextExpiry
    updatedAt
    enterprise {
      id
      name
      businessNumber
      productCount
      region {
        fullName
      }
      countsAs {
        code
        name
      }
      credentialSummary {
        total
        verified
      }
    }
    lastReview {
      id
      state
      decidedAt
      openedAt
    }
  }
`)

export const DeskList = graphql(
  `
    query DeskList(
      $filter: EnterpriseDeskFilter
      $sort: EnterpriseDeskSort!
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      enterpriseDesks(
        filter: $filter
        sort: $sort
        first: $first
        after: $after
        last: $last
        before: $before
      ) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        edges {
          node {
            id
            ...DeskRowFields
          }
        }
      }
    }
  `,
  [DeskRowFields],
)

export const DeskConditions = graphql(`
  query DeskConditions {
    regions {
      code
      fullName
    }
    certificationKinds {
      code
      name
    }
  }
`)
