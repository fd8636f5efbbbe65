import { graphql } from '../api/graphql.ts'

export const EventHead = graphql(`
  query EventHead($id: ID!) {
    event(id: $id) {
      id
      title
      edition
      kind
      state
      firstDay
      lastDay
    }
  }
`)
