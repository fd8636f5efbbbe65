import { graphql } from '../../api/graphql.ts'

/** A line of the queue. */
export const QueueRowFields = graphql(`
  fragment QueueRowFields on Review {
    id
    version
    state
    cause
    dueOn
    daysLeft
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
    }
    assignee {
      id
      name
    }
  }
`)

export const Queue = graphql(
  `
    query ReviewQueue(
      $view: ReviewView!
      $sort: ReviewSort!
      $filter: ReviewFilter
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      reviewCounts {
        all
        mine
        unassigned
        dueSoon
        answered
      }
      reviews(
        view: $view
        sort: $sort
        filter: $filter
        first: $first
        after: $after
        last: $last
        before: $before
      ) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        edges {
          node {
            id
            ...QueueRowFields
          }
        }
      }
    }
  `,
  [QueueRowFields],
)

export const ReviewItemFields = graphql(`
  fragment ReviewItemFields on ReviewItem {
    number
    answer
    isAttested
    files {
      id
      name
      kind
      size
      width
      height
      flags
      needsReason
      url
      inlineUrl
    }
    verdict
    allowedVerdicts
    reason
    note
    noteReply
    noteSentAt
    isNoteAnswered
    judgedBy {
      id
      name
    }
    requirement {
      key
      kind
      text
      guidance
      isRequired
      law {
        name
        article
        effectiveFrom
        url
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
`)

export const ReviewFields = graphql(
  `
    fragment ReviewFields on Review {
      id
      version
      state
      cause
      causeDetail
      dueOn
      daysLeft
      undoUntil
      decisionReason
      timesReturned
      allowedActions
      blockedActions {
        action
        code
        items
      }
      assignee {
        id
        name
      }
      firstApprover {
        id
        name
      }
      score {
        required
        requiredMet
        points
        of
      }
      enterprise {
        id
        name
      }
      requirementSet {
        id
        title
        number
        effectiveFrom
        needsTwo
      }
      items {
        number
        ...ReviewItemFields
      }
    }
  `,
  [ReviewItemFields],
)

export const ReviewDetail = graphql(
  `
    query ReviewDetail($id: ID!) {
      review(id: $id) {
        id
        ...ReviewFields
        previous {
          id
          state
          decidedAt
        }
        timeline(first: 30) {
          at
          verb
          reason
          by {
            id
            name
          }
        }
      }
    }
  `,
  [ReviewFields],
)

export const AssignReview = graphql(`
  mutation AssignReview($id: ID!, $expectedVersion: Int!) {
    assignReview(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export const BeginReview = graphql(`
  mutation BeginReview($id: ID!, $expectedVersion: Int!) {
    beginReview(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export const JudgeItem = graphql(`
  mutation JudgeItem(
    $id: ID!
    $expectedVersion: Int!
    $number: Int!
    $verdict: ReviewVerdict!
    $reason: String
  ) {
    judgeItem(
      id: $id
      expectedVersion: $expectedVersion
      number: $number
      verdict: $verdict
      reason: $reason
    ) {
      id
      version
    }
  }
`)

export const NoteItem = graphql(`
  mutation NoteItem($id: ID!, $expectedVersion: Int!, $number: Int!, $note: String) {
    noteItem(id: $id, expectedVersion: $expectedVersion, number: $number, note: $note) {
      id
      version
    }
  }
`)

export const SendBackReview = graphql(`
  mutation SendBackReview($id: ID!, $expectedVersion: Int!) {
    sendBackReview(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export const ApproveReview = graphql(`
  mutation ApproveReview($id: ID!, $expectedVersion: Int!) {
    approveReview(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export const RejectReview = graphql(`
  mutation RejectReview($id: ID!, $expectedVersion: Int!, $reason: String!) {
    rejectReview(id: $id, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
    }
  }
`)

export const UndoReviewDecision = graphql(`
  mutation UndoReviewDecision($id: ID!, $expectedVersion: Int!) {
    undoReviewDecision(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export const StateReadingReason = graphql(`
  mutation StateReadingReason($id: ID!, $reason: String!) {
    stateReadingReason(id: $id, reason: $reason) {
      id
      needsReason
    }
  }
`)
