import { graphql } from '../../api/graphql.ts'

export const Events = graphql(`
  query Events($after: String) {
    eventSeries {
      id
      name
      nextEdition
    }
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

export const CreateEvent = graphql(`
  mutation CreateEvent($input: NewEventInput!) {
    createEvent(input: $input) {
      id
    }
  }
`)

export const CopyEvent = graphql(`
  mutation CopyEvent($id: ID!, $input: CopyEventInput!) {
    copyEvent(id: $id, input: $input) {
      id
    }
  }
`)
