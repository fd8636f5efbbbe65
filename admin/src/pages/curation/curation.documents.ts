import { graphql } from '../../api/graphql.ts'

/** A line of the board. */
export const BoardRowFields = graphql(`
  fragment BoardRowFields on Participation {
    id
    version
    side
    name
    state
    waitNumber
    reason
    decidedAt
    decidedBy {
      id
      name
    }
    letterSentAt
    wishCount
    hasConflict
    allowedActions
  }
`)

/** Figures of the board, as they are now. */
export const CurationFields = graphql(`
  fragment CurationFields on Curation {
    eventId
    title
    applyUntil
    canDecide
    canSendLetters
    lettersDue
    cursor
    enterprises {
      wanted
      all
      invited
      applied
      confirmed
      waitlisted
      notSelected
      declined
    }
    departments {
      wanted
      all
      applied
      confirmed
      waitlisted
    }
    quotas {
      label
      have
      min
      max
      isShort
      isFull
    }
    kinds {
      label
      count
    }
    weights {
      version
      items
      itemsFull
      capacity
      records
      recordsFull
      recordYears
      terms
      returner
      newcomer
      need
    }
    undoable {
      count
      name
      from
      to
    }
  }
`)

export const CurationFigures = graphql(
  `
    query CurationFigures($id: ID!) {
      curation(eventId: $id) {
        eventId
        ...CurationFields
      }
    }
  `,
  [CurationFields],
)

export const CurationBoard = graphql(
  `
    query CurationBoard(
      $id: ID!
      $filter: ParticipationFilterInput
      $sort: ParticipationSort!
      $after: String
    ) {
      participations(eventId: $id, filter: $filter, sort: $sort, first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          rank
          score
          fits
          parts {
            label
            value
            max
            because
          }
          node {
            id
            ...BoardRowFields
          }
        }
      }
    }
  `,
  [BoardRowFields],
)

export const CurationChanges = graphql(
  `
    query CurationChanges($id: ID!, $since: String!) {
      curationChanges(eventId: $id, since: $since) {
        cursor
        participations {
          id
          ...BoardRowFields
        }
      }
    }
  `,
  [BoardRowFields],
)

export const DecideParticipation = graphql(
  `
    mutation DecideParticipation(
      $id: ID!
      $decision: CurationDecision!
      $reasonCode: NotSelectedReason
      $reason: String
      $expectedVersion: Int!
    ) {
      decideParticipation(
        id: $id
        decision: $decision
        reasonCode: $reasonCode
        reason: $reason
        expectedVersion: $expectedVersion
      ) {
        id
        ...BoardRowFields
      }
    }
  `,
  [BoardRowFields],
)

export const DecideMany = graphql(`
  mutation DecideMany(
    $id: ID!
    $decision: CurationDecision!
    $reasonCode: NotSelectedReason
    $reason: String
    $filter: ParticipationFilterInput
    $seen: Int
    $isDryRun: Boolean!
  ) {
    decideParticipations(
      eventId: $id
      decision: $decision
      reasonCode: $reasonCode
      reason: $reason
      filter: $filter
      seen: $seen
      isDryRun: $isDryRun
    ) {
      changed
      refused {
        id
        code
        message
      }
    }
  }
`)

export const UndoCuration = graphql(`
  mutation UndoCuration($id: ID!) {
    undoCuration(eventId: $id, isDryRun: false) {
      id
      from
      to
    }
  }
`)

export const SendLetters = graphql(`
  mutation SendLetters($id: ID!, $isDryRun: Boolean!, $shortageReason: String) {
    sendLetters(eventId: $id, isDryRun: $isDryRun, shortageReason: $shortageReason) {
      participations
      shortages
    }
  }
`)

export const SetCurationWeights = graphql(`
  mutation SetCurationWeights($id: ID!, $weights: WeightsInput!, $expectedVersion: Int!) {
    setCurationWeights(eventId: $id, weights: $weights, expectedVersion: $expectedVersion) {
      eventId
    }
  }
`)

export const InviteParticipants = graphql(`
  mutation InviteParticipants($id: ID!, $invited: InvitedInput!, $isDryRun: Boolean!) {
    inviteParticipants(eventId: $id, invited: $invited, isDryRun: $isDryRun) {
      names
      refused {
        id
        message
      }
    }
  }
`)

/** What is read beside the board before a decision. */
export const CandidateProfile = graphql(`
  query CandidateProfile($id: ID!) {
    participation(id: $id) {
      id
      name
      statement
      group
      seats
      appliedAt
      enterprise {
        id
        name
        summary
        region {
          id
          fullName
        }
        countsAs {
          id
          name
        }
        credentialSummary {
          total
          verified
          deliveryRecords
          verifiedDeliveryRecords
          lastDeliveredOn
        }
      }
    }
  }
`)
