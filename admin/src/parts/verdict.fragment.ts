import { graphql } from '../api/graphql.ts'

/** What is needed to say which certificates are valid on `$on`; the server judges. */
export const VerdictFields = graphql(`
  fragment VerdictFields on Enterprise {
    countsAs(on: $on) {
      code
      name
      legalBasis
      validityRule
      checkUrl
      source
      asOf
    }
    certifications {
      id
      status
      validity(on: $on)
      validUntil
      cancelledOn
      returnedOn
      kind {
        code
        name
      }
    }
  }
`)
