import { graphql } from '../../api/graphql.ts'

export const RequirementSets = graphql(`
  query RequirementSets {
    certificationKinds {
      code
      name
    }
    requirementSets {
      id
      number
      title
      purpose
      state
      effectiveFrom
      openUntil
      isInForce
      kind {
        name
      }
      versions {
        id
        number
      }
    }
  }
`)

/** One version with everything that can be compared. */
export const RequirementSetFields = graphql(`
  fragment RequirementSetFields on RequirementSet {
    id
    version
    number
    title
    purpose
    state
    effectiveFrom
    openUntil
    isInForce
    needsTwo
    reviewDays
    returnDays
    kind {
      code
      name
    }
    publication {
      at
      by
      reason
    }
    requirements {
      number
      key
      kind
      text
      guidance
      isRequired
      weight
      law {
        name
        article
        effectiveFrom
        url
      }
      parameters {
        certificationKinds
        through
        daysAhead
        count
        years
        confirmed
      }
    }
  }
`)

export const RequirementSetById = graphql(
  `
    query RequirementSetById($id: ID!) {
      certificationKinds {
        code
        name
      }
      requirementSet(id: $id) {
        id
        ...RequirementSetFields
        versions {
          ...RequirementSetFields
        }
      }
    }
  `,
  [RequirementSetFields],
)

/** 누가 빠지나, worked out from the records at the moment of asking. */
export const RequirementImpact = graphql(`
  query RequirementImpact($id: ID!, $on: Date) {
    requirementSet(id: $id) {
      id
      impact(on: $on, first: 50) {
        on
        approved
        kept
        lost
        gained
        inProgress
        byReason {
          items
          enterprises
        }
        enterprises {
          id
          name
          items
        }
      }
    }
  }
`)

export const CreateRequirementSet = graphql(`
  mutation CreateRequirementSet($input: RequirementSetInput!) {
    createRequirementSet(input: $input) {
      id
    }
  }
`)

export const DraftRequirementSet = graphql(`
  mutation DraftRequirementSet($id: ID!) {
    draftRequirementSet(id: $id) {
      id
    }
  }
`)

export const ChangeRequirementSet = graphql(`
  mutation ChangeRequirementSet($id: ID!, $input: RequirementSetInput!, $expectedVersion: Int!) {
    changeRequirementSet(id: $id, input: $input, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export const PublishRequirementSet = graphql(`
  mutation PublishRequirementSet($id: ID!, $effectiveFrom: Date!, $expectedVersion: Int!, $reason: String!) {
    publishRequirementSet(
      id: $id
      effectiveFrom: $effectiveFrom
      expectedVersion: $expectedVersion
      reason: $reason
    ) {
      id
      version
    }
  }
`)

export const DiscardRequirementSet = graphql(`
  mutation DiscardRequirementSet($id: ID!, $expectedVersion: Int!) {
    discardRequirementSet(id: $id, expectedVersion: $expectedVersion)
  }
`)
