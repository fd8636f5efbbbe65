import { graphql } from '../../api/graphql.ts'

/** One application with everything its page shows. */
export const ApplicationFields = graphql(`
  fragment ApplicationFields on Application {
    id
    version
    state
    dueOn
    daysLeft
    submittedAt
    decidedAt
    decisionReason
    openNotes
    answeredNotes
    allowedActions
    enterprise {
      id
      name
    }
    requirementSet {
      id
      title
      number
      openUntil
    }
    blockedActions {
      action
      code
      reason
      items
    }
    items {
      number
      answer
      isAttested
      files {
        id
        name
        url
      }
      note
      noteSentAt
      isNoteAnswered
      noteReply
      requirement {
        kind
        text
        guidance
        isRequired
        law {
          name
          article
        }
      }
      evaluation {
        verdict
        found
        needed
        until
        asOf
      }
    }
    timeline(first: 100) {
      at
      action
      role
      reason
    }
  }
`)

export const ApplicationById = graphql(
  `
    query ApplicationById($id: ID!) {
      application(id: $id) {
        ...ApplicationFields
      }
    }
  `,
  [ApplicationFields],
)

export const AnswerRequirement = graphql(
  `
    mutation AnswerRequirement($id: ID!, $number: Int!, $answer: AnswerInput!, $expectedVersion: Int!) {
      answerRequirement(id: $id, number: $number, answer: $answer, expectedVersion: $expectedVersion) {
        ...ApplicationFields
      }
    }
  `,
  [ApplicationFields],
)

export const AttachEvidence = graphql(
  `
    mutation AttachEvidence($id: ID!, $number: Int!, $fileId: ID!, $expectedVersion: Int!) {
      attachEvidence(id: $id, number: $number, fileId: $fileId, expectedVersion: $expectedVersion) {
        ...ApplicationFields
      }
    }
  `,
  [ApplicationFields],
)

export const DetachEvidence = graphql(
  `
    mutation DetachEvidence($id: ID!, $number: Int!, $fileId: ID!, $expectedVersion: Int!) {
      detachEvidence(id: $id, number: $number, fileId: $fileId, expectedVersion: $expectedVersion) {
        ...ApplicationFields
      }
    }
  `,
  [ApplicationFields],
)

/** What has been handed in before, to choose from. */
export const KeptFiles = graphql(`
  query KeptFiles {
    viewer {
      id
      enterprises {
        id
        enterprise {
          id
          evidenceFiles(first: 100) {
            id
            name
          }
        }
      }
    }
  }
`)

export const SubmitApplication = graphql(
  `
    mutation SubmitApplication($id: ID!, $expectedVersion: Int!) {
      submitApplication(id: $id, expectedVersion: $expectedVersion) {
        ...ApplicationFields
      }
    }
  `,
  [ApplicationFields],
)

/** Own applications, and what could be applied for. */
export const Applications = graphql(`
  query Applications {
    viewer {
      id
      enterprises {
        id
        enterprise {
          id
          name
        }
      }
      applications(first: 100) {
        id
        state
        dueOn
        daysLeft
        openNotes
        answeredNotes
        openedAt
        enterprise {
          id
          name
        }
        requirementSet {
          id
          title
          number
        }
      }
    }
    openRequirementSets {
      id
      title
      openUntil
      requirements {
        number
        text
        isRequired
      }
    }
  }
`)

export const StartApplication = graphql(`
  mutation StartApplication($enterpriseId: ID!, $requirementSetId: ID!) {
    startApplication(enterpriseId: $enterpriseId, requirementSetId: $requirementSetId) {
      id
    }
  }
`)
