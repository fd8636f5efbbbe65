import { graphql } from '../api/graphql.ts'

export const Availability = graphql(`
  query Availability($id: ID!) {
    participation(id: $id) {
      id
      version
      name
      seats
      meetingsMost
      awaySlotIds
      roundIds
      canSetAvailability
      event {
        rounds {
          id
          title
          days {
            onDate
            slots {
              id
              from
              until
            }
          }
        }
      }
    }
  }
`)

export const SetAvailability = graphql(`
  mutation SetAvailability($id: ID!, $expectedVersion: Int!, $application: ParticipationInput!) {
    changeParticipation(id: $id, expectedVersion: $expectedVersion, application: $application) {
      id
      version
      seats
      meetingsMost
      awaySlotIds
    }
  }
`)
