import { graphql } from '../../api/graphql.ts'

/** The provinces, or what lies under one of them. */
export const Regions = graphql(`
  query DeskRegions($under: String) {
    regions(under: $under) {
      code
      fullName
    }
  }
`)
