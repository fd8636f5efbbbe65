import { graphql } from '../../api/graphql.ts'
import { ProductCardFields } from '../../parts/catalogue.fragments.ts'
import { PassportFields } from '../../parts/passport.fragment.ts'
import { VerdictFields } from '../../parts/verdict.fragment.ts'

/** One row of the certificate table. */
export const CertificateFields = graphql(`
  fragment CertificateFields on Certification {
    id
    number
    purposeType
    issuer
    validFrom
    validUntil
    cancelledOn
    returnedOn
    status
    daysLeft
    source
    sourceAsOf
    kind {
      name
      issuer
    }
  }
`)

export const EnterpriseDetail = graphql(
  `
    query EnterpriseDetail($id: ID!, $on: Date!) {
      node(id: $id) {
        type: __typename
        ... on Enterprise {
          id
          isFavourite
          name
          businessNumber
          branch
          organisationForm
          address
          foundedOn
          summary
          socialMission
          homepage
          productCount
          region {
            fullName
          }
          formerNames {
            name
            until
          }
          today: countsAs {
            code
            name
          }
          certificates: certifications {
            id
            ...CertificateFields
          }
          products(first: 20) {
            id
            ...ProductCardFields
          }
          ...VerdictFields
          ...PassportFields
        }
      }
    }
  `,
  [CertificateFields, ProductCardFields, VerdictFields, PassportFields],
)
