import { graphql } from '../api/graphql.ts'

export const OwnMeetings = graphql(`
  query OwnMeetings {
    ownMeetings {
      id
      state
      enterpriseName
      departmentName
      slot {
        onDate
        startsAt
      }
      place {
        name
        link
      }
      outcomes {
        side
        result
        won
        item
        nextStep
        dueOn
      }
    }
  }
`)
