import { graphql } from '../../api/graphql.ts'
import { EntryMeetingFields } from '../../parts/outcome/outcome.documents.ts'

export const EntryMeetings = graphql(
  `
    query EntryMeetings($token: String!) {
      passMeetings(token: $token) {
        eventTitle
        name
        side
        validUntil
        meetings {
          ...EntryMeetingFields
        }
      }
    }
  `,
  [EntryMeetingFields],
)
