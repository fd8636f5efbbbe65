import { graphql } from '../../api/graphql.ts'
import { PassportFields } from '../../parts/passport.fragment.ts'
import { CertificateFields } from './enterprise.document.ts'

export const StaffProfile = graphql(
  `
    query StaffProfile($id: ID!) {
      enterpriseDesk(id: $id) {
        id
        state
        source
        hasCenter
        nextExpiry
        createdAt
        updatedAt
        allowedActions
        blockedActions {
          action
          reason
        }
        completeness {
          percent
        }
        certificationClaims {
          id
          version
          number
          issuer
          validFrom
          validUntil
          state
          decidedFor
          allowedActions
          kind {
            name
          }
          evidence {
            id
            file {
              name
              url
              needsReason
            }
          }
        }
        claims {
          id
          version
          claim {
            id
          }
        }
        certificates {
          id
          version
          allowedActions
          certification {
            id
            number
            issuer
            validFrom
            validUntil
            cancelledOn
            returnedOn
            kind {
              name
            }
          }
        }
        products {
          id
          name
          price
          unit
          state
          allowedSteps
          category {
            name
          }
          evidence {
            id
            issuer
            file {
              name
              url
              needsReason
            }
          }
        }
        contacts {
          id
          duty
          name
          phone
          email
          purpose
          retainUntil
        }
        enterprise {
          id
          name
          businessNumber
          branch
          organisationForm
          address
          foundedOn
          homepage
          region {
            fullName
          }
          certifications {
            id
            kind {
              name
            }
            ...CertificateFields
          }
          evidenceFiles(first: 50) {
            id
            name
            size
            uploadedAt
            url
            needsReason
          }
          ...PassportFields
        }
      }
      reviews(first: 20, sort: NEWEST, filter: { enterprise: $id }) {
        edges {
          node {
            id
            state
            openedAt
            decidedAt
            requirementSet {
              id
              title
            }
            assignee {
              id
              name
            }
          }
        }
      }
    }
  `,
  [CertificateFields, PassportFields],
)

export const TakeEnterpriseStep = graphql(`
  mutation TakeEnterpriseStep($id: ID!, $step: EnterpriseStep!, $reason: String) {
    takeEnterpriseStep(id: $id, step: $step, reason: $reason) {
      id
    }
  }
`)

export const RenameEnterprise = graphql(`
  mutation RenameEnterprise($id: ID!, $name: String!) {
    renameEnterprise(id: $id, name: $name) {
      id
      name
    }
  }
`)

export const StateReasonForFile = graphql(`
  mutation StateReasonForFile($id: ID!, $reason: String!) {
    stateReadingReason(id: $id, reason: $reason) {
      id
      url
      needsReason
    }
  }
`)

export const VerifyCertification = graphql(`
  mutation VerifyCertification($id: ID!, $expectedVersion: Int!, $isConfirmed: Boolean!, $reason: String!) {
    verifyCertification(
      id: $id
      expectedVersion: $expectedVersion
      isConfirmed: $isConfirmed
      reason: $reason
    ) {
      id
    }
  }
`)

export const VerifyClaim = graphql(`
  mutation VerifyClaim($id: ID!, $expectedVersion: Int!, $isConfirmed: Boolean!, $method: String!) {
    verifyClaim(id: $id, expectedVersion: $expectedVersion, isConfirmed: $isConfirmed, method: $method) {
      id
    }
  }
`)

export const TakeStaffProductStep = graphql(`
  mutation TakeProductStep($id: ID!, $step: ProductStep!, $reason: String) {
    takeProductStep(id: $id, step: $step, reason: $reason) {
      id
    }
  }
`)

export const EndCertification = graphql(`
  mutation EndCertification($id: ID!, $how: CertificationEnd!, $on: Date!, $reason: String!) {
    endCertification(id: $id, how: $how, on: $on, reason: $reason) {
      id
    }
  }
`)

export const AmendCertification = graphql(`
  mutation AmendCertification(
    $id: ID!
    $expectedVersion: Int!
    $amendment: CertificationAmendment!
    $reason: String!
  ) {
    amendCertification(id: $id, expectedVersion: $expectedVersion, amendment: $amendment, reason: $reason) {
      id
    }
  }
`)
