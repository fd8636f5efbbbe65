import { graphql } from '../api/graphql.ts'

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
export const OwnParticipations = graphql(
  `
    query OwnParticipations {
      ownParticipations(first: 50) {
        ...OwnParticipationFields
      }
    }
  `,
  [OwnParticipationFields],
)
