import { graphql } from '../../api/graphql.ts'

export const EntryMeetingFields = graphql(`
  fragment EntryMeetingFields on Meeting {
    id
    state
    enterpriseName
    departmentName
    allowedActions
    slot {
      startsAt
      endsAt
      onDate
    }
    place {
      name
      link
    }
    plannedItems {
      item
      won
      category
    }
    outcomes {
      side
      result
      won
      item
      category
      nextStep
      dueOn
      note
      enteredAt
    }
  }
`)

export const RecordOutcome = graphql(
  `
    mutation RecordOutcome($token: String, $meetingId: ID!, $entryKey: ID!, $outcome: OutcomeInput!) {
      recordOutcome(token: $token, meetingId: $meetingId, entryKey: $entryKey, outcome: $outcome) {
        ...EntryMeetingFields
      }
    }
  `,
  [EntryMeetingFields],
)
