import { graphql } from '../../api/graphql.ts'

export const OfficerRow = graphql(`
  fragment OfficerRow on Officer {
    id
    version
    name
    title
    phone
    email
    purpose
    keepUntil
    isOverdue
    hasAccount
  }
`)

export const InstitutionRow = graphql(`
  fragment InstitutionRow on Institution {
    id
    version
    name
    kind
    validFrom
    validUntil
    isCurrent
    allowedActions
    region {
      code
      fullName
    }
  }
`)

export const Institutions = graphql(
  `
    query Institutions($after: String, $filter: InstitutionFilter) {
      institutions(first: 50, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...InstitutionRow
            departments {
              id
            }
          }
        }
      }
    }
  `,
  [InstitutionRow],
)

export const Institution = graphql(
  `
    query Institution($id: ID!, $all: Boolean!) {
      institution(id: $id) {
        ...InstitutionRow
        parent {
          id
          name
        }
        predecessors {
          effectiveOn
          institution {
            id
            name
          }
        }
        successors {
          effectiveOn
          institution {
            id
            name
          }
        }
        departments(all: $all) {
          id
          version
          name
          validFrom
          validUntil
          isCurrent
          officers {
            ...OfficerRow
          }
        }
      }
    }
  `,
  [InstitutionRow, OfficerRow],
)

export const AddInstitution = graphql(`
  mutation AddInstitution($institution: InstitutionInput!) {
    addInstitution(institution: $institution) {
      id
      name
    }
  }
`)

export const ChangeInstitution = graphql(`
  mutation ChangeInstitution($id: ID!, $expectedVersion: Int!, $changes: InstitutionChangesInput!) {
    changeInstitution(id: $id, expectedVersion: $expectedVersion, changes: $changes) {
      id
    }
  }
`)

export const EndInstitution = graphql(`
  mutation EndInstitution($id: ID!, $expectedVersion: Int!, $on: Date!, $reason: String) {
    endInstitution(id: $id, expectedVersion: $expectedVersion, on: $on, reason: $reason) {
      id
    }
  }
`)

export const SucceedInstitution = graphql(`
  mutation SucceedInstitution($id: ID!, $expectedVersion: Int!, $on: Date!, $successors: [SuccessorInput!]!) {
    succeedInstitution(id: $id, expectedVersion: $expectedVersion, on: $on, successors: $successors) {
      id
    }
  }
`)

export const InstitutionsCalled = graphql(`
  query InstitutionsCalled($query: String!) {
    institutions(first: 50, filter: { query: $query, isCurrent: true }) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`)

export const AddDepartment = graphql(`
  mutation AddDepartment($institutionId: ID!, $name: String!) {
    addDepartment(institutionId: $institutionId, name: $name) {
      id
    }
  }
`)

export const AddOfficer = graphql(`
  mutation AddOfficer($departmentId: ID!, $officer: OfficerInput!) {
    addOfficer(departmentId: $departmentId, officer: $officer) {
      id
    }
  }
`)

export const RemoveOfficer = graphql(`
  mutation RemoveOfficer($id: ID!, $expectedVersion: Int!) {
    removeOfficer(id: $id, expectedVersion: $expectedVersion) {
      id
    }
  }
`)

export const RevealOfficer = graphql(`
  mutation RevealOfficer($id: ID!, $reason: String!) {
    revealOfficer(id: $id, reason: $reason) {
      name
      phone
      email
    }
  }
`)

export const LinkOfficer = graphql(`
  mutation LinkOfficer($id: ID!, $expectedVersion: Int!, $email: String!) {
    linkOfficer(id: $id, expectedVersion: $expectedVersion, email: $email) {
      id
      version
      hasAccount
    }
  }
`)

export const UnlinkOfficer = graphql(`
  mutation UnlinkOfficer($id: ID!, $expectedVersion: Int!) {
    unlinkOfficer(id: $id, expectedVersion: $expectedVersion) {
      id
      version
      hasAccount
    }
  }
`)
