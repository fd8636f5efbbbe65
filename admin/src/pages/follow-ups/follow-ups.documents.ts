import { graphql } from '../../api/graphql.ts'

export const FollowUpFields = graphql(`
  fragment FollowUpFields on FollowUp {
    id
    version
    kind
    what
    dueOn
    doneOn
    result
    isOverdue
    meeting {
      id
      enterpriseName
      departmentName
    }
  }
`)

export const FollowUps = graphql(
  `
    query FollowUps($eventId: ID, $isDone: Boolean, $isOverdue: Boolean, $first: Int, $after: String) {
      followUps(eventId: $eventId, isDone: $isDone, isOverdue: $isOverdue, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...FollowUpFields
          }
        }
      }
    }
  `,
  [FollowUpFields],
)

export const OutcomeSums = graphql(`
  query OutcomeSums($eventId: ID!) {
    outcomeSums(eventId: $eventId) {
      held
      withOutcome
      differing
      consultedWon
      consultedMeetings
      byResult {
        result
        meetings
      }
    }
  }
`)

export const FinishFollowUp = graphql(`
  mutation FinishFollowUp($id: ID!, $expectedVersion: Int!, $result: String) {
    finishFollowUp(id: $id, expectedVersion: $expectedVersion, result: $result) {
      id
      version
    }
  }
`)

export const ReopenFollowUp = graphql(`
  mutation ReopenFollowUp($id: ID!, $expectedVersion: Int!) {
    reopenFollowUp(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export const ArrangeConsultation = graphql(`
  mutation ArrangeConsultation($meetingId: ID!, $what: String!, $dueOn: Date!) {
    arrangeConsultation(meetingId: $meetingId, what: $what, dueOn: $dueOn) {
      id
    }
  }
`)
