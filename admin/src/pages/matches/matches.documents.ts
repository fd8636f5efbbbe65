import { graphql } from '../../api/graphql.ts'

export const Matches = graphql(`
  query Matches($event: ID!, $filter: MatchFilter, $first: Int!) {
    matchBoard(event: $event, filter: $filter, first: $first) {
      chosen
      leftOut
      wishesUnmet
      mutualUnmet
      silentCount
      silentReason
      silent {
        id
        name
      }
      totalCount
      counts {
        type
        chosen
        leftOut
      }
      parties {
        id
        side
        name
        seats
        most
        wishes
        meetings
      }
      matches {
        id
        enterpriseId
        enterpriseName
        departmentId
        departmentName
        roundTitle
        type
        weight
        state
        isPinned
        leftOutReason
        because {
          type
          text
          weight
          rule
        }
      }
    }
  }
`)

export const ProposeMatches = graphql(`
  mutation ProposeMatches($event: ID!, $types: [MatchType!]) {
    proposeMatches(event: $event, types: $types) {
      chosen
      leftOut
    }
  }
`)

export const PinMatch = graphql(`
  mutation PinMatch($id: ID!, $isPinned: Boolean!) {
    pinMatch(id: $id, isPinned: $isPinned) {
      eventId
    }
  }
`)

export const LeaveOutMatch = graphql(`
  mutation LeaveOutMatch($id: ID!, $reason: String!) {
    leaveOutMatch(id: $id, reason: $reason) {
      eventId
    }
  }
`)

export const ChooseMatch = graphql(`
  mutation ChooseMatch($id: ID!) {
    chooseMatch(id: $id) {
      eventId
    }
  }
`)

export const AddMatch = graphql(`
  mutation AddMatch($enterprise: ID!, $department: ID!) {
    addMatch(enterprise: $enterprise, department: $department) {
      eventId
    }
  }
`)
