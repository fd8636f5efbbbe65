import { graphql } from '../../api/graphql.ts'

export const PublicEvents = graphql(`
  query PublicEvents($after: String) {
    publicEvents(first: 30, after: $after) {
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
          state
          host
          venue
          firstDay
          lastDay
          applyUntil
        }
      }
    }
  }
`)

export const PublicEvent = graphql(`
  query PublicEvent($id: ID!) {
    event(id: $id) {
      id
      title
      edition
      kind
      state
      isPublic
      host
      venue
      summary
      firstDay
      lastDay
      applyUntil
      enterprisesWanted
      confirmedEnterprises
      confirmedDepartments
      rounds {
        id
        number
        title
        theme
        isOnline
        days {
          id
          onDate
          slots {
            id
            from
            until
          }
          programme {
            id
            from
            until
            title
            place
          }
        }
      }
      publishedEnterprises {
        id
        name
      }
      publishedInstitutions
    }
  }
`)
