import { graphql } from '../../api/graphql.ts'

/** A participation as whoever takes part sees it. */
export const OwnParticipationFields = graphql(`
  fragment OwnParticipationFields on Participation {
    id
    version
    name
    state
    waitNumber
    reason
    replyUntil
    allowedActions
    canSetAvailability
    event {
      id
      title
      kind
      state
      venue
      firstDay
      lastDay
    }
  }
`)

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

export const AcceptParticipation = graphql(`
  mutation AcceptParticipation($id: ID!, $expectedVersion: Int!) {
    acceptParticipation(id: $id, expectedVersion: $expectedVersion) {
      id
      state
    }
  }
`)

export const DeclineParticipation = graphql(`
  mutation DeclineParticipation($id: ID!, $expectedVersion: Int!) {
    declineParticipation(id: $id, expectedVersion: $expectedVersion) {
      id
      state
    }
  }
`)
