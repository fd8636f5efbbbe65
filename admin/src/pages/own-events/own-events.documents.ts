import { graphql } from '../../api/graphql.ts'
import { OwnParticipationFields } from '../../parts/own-participation.documents.ts'

/** What one can apply for. */
export const OpenEventFields = graphql(`
  fragment OpenEventFields on Event {
    id
    title
    kind
    host
    venue
    summary
    applyUntil
    firstDay
    lastDay
    rounds {
      id
      number
      title
      theme
    }
    groups {
      id
      name
    }
  }
`)

export const OwnEvents = graphql(
  `
    query OwnEvents {
      viewer {
        id
        enterprises {
          id
          enterprise {
            id
            name
          }
        }
      }
      ownParticipations(first: 50) {
        id
        eventId
        ...OwnParticipationFields
      }
      publicEvents(first: 50, filter: { states: [OPEN] }) {
        edges {
          node {
            id
            ...OpenEventFields
          }
        }
      }
    }
  `,
  [OwnParticipationFields, OpenEventFields],
)

export const ApplyToEvent = graphql(`
  mutation ApplyToEvent($eventId: ID!, $enterpriseId: ID!, $application: ParticipationInput!) {
    applyToEvent(eventId: $eventId, enterpriseId: $enterpriseId, application: $application) {
      id
      state
    }
  }
`)
