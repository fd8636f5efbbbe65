import { graphql } from '../../api/graphql.ts'

export const MemberRequests = graphql(`
  query MemberRequests {
    viewer {
      id
      membershipRequests {
        id
        personName
        enterpriseName
        askedAt
      }
    }
  }
`)

export const ApproveMember = graphql(`
  mutation ApproveMembership($id: ID!) {
    approveMembership(id: $id)
  }
`)

export const RefuseMember = graphql(`
  mutation RefuseMembership($id: ID!, $reason: String!) {
    refuseMembership(id: $id, reason: $reason)
  }
`)
