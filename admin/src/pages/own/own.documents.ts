import { graphql } from '../../api/graphql.ts'

export const EvidenceRow = graphql(`
  fragment EvidenceRow on Evidence {
    id
    issuer
    number
    issuedOn
    file {
      id
      name
      url
    }
  }
`)

export const CertificateRow = graphql(
  `
    fragment CertificateRow on CertificationClaim {
      id
      version
      kind {
        code
        name
      }
      number
      issuer
      issuedOn
      validFrom
      validUntil
      state
      decidedFor
      allowedActions
      evidence {
        ...EvidenceRow
      }
    }
  `,
  [EvidenceRow],
)

export const OwnCertificates = graphql(
  `
    query OwnCertificates {
      certificationKinds {
        code
        name
      }
      viewer {
        id
        enterprises {
          id
          allowedActions
          enterprise {
            id
            name
            certifications {
              id
              number
              validFrom
              validUntil
              status
              kind {
                name
              }
            }
          }
          certificationClaims {
            ...CertificateRow
          }
        }
      }
    }
  `,
  [CertificateRow],
)

export const ProductRow = graphql(
  `
    fragment ProductRow on ProductDesk {
      id
      version
      name
      spec
      unit
      price
      includesVat
      minimumOrder
      leadDays
      state
      allowedSteps
      category {
        code
        name
      }
      deliveryRegions {
        code
        fullName
      }
      evidence {
        ...EvidenceRow
      }
    }
  `,
  [EvidenceRow],
)

export const OwnProducts = graphql(
  `
    query OwnProducts {
      viewer {
        id
        enterprises {
          id
          state
          allowedActions
          enterprise {
            id
            name
          }
          products {
            ...ProductRow
          }
        }
      }
    }
  `,
  [ProductRow],
)

export const ClaimRow = graphql(
  `
    fragment ClaimRow on ClaimDesk {
      id
      version
      wasVerifiedBefore
      claim {
        type: __typename
        id
        category {
          code
          name
        }
        evidence {
          ...EvidenceRow
        }
        verification {
          result
          verifiedOn
          method
        }
        ... on SupplyCapacity {
          quantityPerMonth
          unit
          people
          facilities
        }
        ... on DeliveryRecord {
          client
          item
          amount
          deliveredOn
          contractNumber
        }
        ... on DeliveryTerms {
          regions {
            code
            fullName
          }
          leadDays
          minimumOrder
          payment
          afterService
        }
      }
    }
  `,
  [EvidenceRow],
)

export const OwnPassport = graphql(
  `
    query OwnPassport {
      viewer {
        id
        enterprises {
          id
          allowedActions
          enterprise {
            id
            name
          }
          claims {
            ...ClaimRow
          }
        }
      }
    }
  `,
  [ClaimRow],
)

export const OwnFiles = graphql(`
  query OwnFiles {
    viewer {
      id
      enterprises {
        id
        enterprise {
          id
          name
          evidenceFiles(first: 100) {
            id
            name
            size
            pages
            hasPersonalData
            isRemovable
            uploadedAt
            url
            uses
          }
        }
      }
    }
  }
`)

export const AddCertification = graphql(`
  mutation AddCertification($enterpriseId: ID!, $certification: CertificationInput!) {
    addCertification(enterpriseId: $enterpriseId, certification: $certification) {
      id
    }
  }
`)
export const CorrectCertification = graphql(`
  mutation CorrectCertification($id: ID!, $expectedVersion: Int!, $certification: CertificationInput!) {
    correctCertification(id: $id, expectedVersion: $expectedVersion, certification: $certification) {
      id
    }
  }
`)
export const WithdrawCertification = graphql(`
  mutation WithdrawCertification($id: ID!, $expectedVersion: Int!) {
    withdrawCertification(id: $id, expectedVersion: $expectedVersion) {
      id
    }
  }
`)
export const AddProduct = graphql(`
  mutation AddProduct($enterpriseId: ID!, $product: ProductInput!) {
    addProduct(enterpriseId: $enterpriseId, product: $product) {
      id
    }
  }
`)
export const UpdateProduct = graphql(`
  mutation UpdateProduct($id: ID!, $expectedVersion: Int!, $product: ProductInput!) {
    updateProduct(id: $id, expectedVersion: $expectedVersion, product: $product) {
      id
    }
  }
`)
export const TakeProductStep = graphql(`
  mutation TakeOwnProductStep($id: ID!, $step: ProductStep!) {
    takeProductStep(id: $id, step: $step) {
      id
    }
  }
`)
export const StateClaim = graphql(`
  mutation StateClaim($enterpriseId: ID!, $claim: ClaimInput!) {
    stateClaim(enterpriseId: $enterpriseId, claim: $claim) {
      id
    }
  }
`)
export const ChangeClaim = graphql(`
  mutation ChangeClaim($id: ID!, $expectedVersion: Int!, $claim: ClaimInput!) {
    changeClaim(id: $id, expectedVersion: $expectedVersion, claim: $claim) {
      id
    }
  }
`)
export const WithdrawClaim = graphql(`
  mutation WithdrawClaim($id: ID!, $expectedVersion: Int!) {
    withdrawClaim(id: $id, expectedVersion: $expectedVersion) {
      id
    }
  }
`)
export const AddEvidence = graphql(`
  mutation AddEvidence($to: ID!, $input: EvidenceInput!) {
    addEvidence(to: $to, input: $input) {
      id
    }
  }
`)
export const RemoveEvidence = graphql(`
  mutation RemoveEvidence($id: ID!) {
    removeEvidence(id: $id)
  }
`)
export const RemoveFile = graphql(`
  mutation RemoveFile($id: ID!) {
    removeEvidenceFile(id: $id)
  }
`)
