import { graphql } from '../api/graphql.ts'

/** What lies directly under a category; the segments under none. */
export const CategoryLevel = graphql(`
  query CategoryLevel($under: String) {
    categories(first: 100, under: $under) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
`)
