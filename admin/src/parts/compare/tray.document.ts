import { graphql } from '../../api/graphql.ts'

/** The tray keeps ids only; their names are asked for when they are shown. */
export const TrayNames = graphql(`
  query TrayNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Product {
        name
      }
      ... on Enterprise {
        name
      }
    }
  }
`)
