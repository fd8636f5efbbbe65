import { graphql } from '../../api/graphql.ts'

export const RevealContact = graphql(`
  mutation RevealContact($id: ID!, $reason: String!) {
    revealContact(id: $id, reason: $reason) {
      name
      phone
      email
    }
  }
`)
