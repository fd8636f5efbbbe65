import { graphql } from '../../api/graphql.ts'

/** An enterprise as its own people keep it. */
export const DeskFields = graphql(`
  fragment DeskFields on EnterpriseDesk {
    id
    version
    state
    allowedActions
    enterprise {
      id
      name
      businessNumber
      summary
      socialMission
      homepage
      address
      organisationForm
      foundedOn
      region {
        code
        fullName
      }
      certifications {
        id
        validUntil
        daysLeft
        kind {
          code
          name
        }
      }
    }
    completeness {
      percent
      missing {
        field
        consequence
      }
    }
    lockedFields {
      field
      reason
    }
    workforce {
      year
      employees
      vulnerableEmployees
      version
    }
    contacts {
      id
      version
      duty
      name
      phone
      email
      purpose
      retainUntil
    }
    timeline(first: 20) {
      edges {
        node {
          at
          actor
          verb
          reason
        }
      }
    }
  }
`)

export const DeskHome = graphql(
  `
    query DeskHome {
      viewer {
        id
        enterprises {
          id
          ...DeskFields
        }
        applications(first: 100) {
          id
          state
          dueOn
          openNotes
          enterprise {
            id
          }
          requirementSet {
            id
            title
          }
        }
      }
    }
  `,
  [DeskFields],
)

export const UpdateProfile = graphql(
  `
    mutation UpdateProfile($id: ID!, $changes: ProfileChangesInput!, $expectedVersion: Int!) {
      updateEnterpriseProfile(id: $id, changes: $changes, expectedVersion: $expectedVersion) {
        ...DeskFields
      }
    }
  `,
  [DeskFields],
)

export const AddContact = graphql(`
  mutation AddContact($enterpriseId: ID!, $contact: ContactInput!) {
    addContact(enterpriseId: $enterpriseId, contact: $contact) {
      id
    }
  }
`)

export const RemoveContact = graphql(`
  mutation RemoveContact($id: ID!, $expectedVersion: Int!) {
    removeContact(id: $id, expectedVersion: $expectedVersion) {
      id
    }
  }
`)

export const StateWorkforce = graphql(`
  mutation StateWorkforce($enterpriseId: ID!, $workforce: WorkforceInput!, $expectedVersion: Int!) {
    stateWorkforce(enterpriseId: $enterpriseId, workforce: $workforce, expectedVersion: $expectedVersion) {
      id
    }
  }
`)
