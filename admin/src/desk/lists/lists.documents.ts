import { graphql } from '../../api/graphql.ts'

export const ViewFields = graphql(`
  fragment ViewFields on SavedView {
    id
    version
    name
    filter {
      field
      values
    }
    columns
    sort
    isShared
    isMine
    canChange
  }
`)

export const SavedViews = graphql(
  `
    query SavedViews($list: StaffList!) {
      savedViews(list: $list) {
        id
        ...ViewFields
      }
    }
  `,
  [ViewFields],
)

export const SaveView = graphql(`
  mutation SaveView($list: StaffList!, $view: ViewInput!) {
    saveView(list: $list, view: $view) {
      id
      version
    }
  }
`)

export const UpdateView = graphql(`
  mutation UpdateView($id: ID!, $expectedVersion: Int!, $view: ViewChanges!) {
    updateView(id: $id, expectedVersion: $expectedVersion, view: $view) {
      id
      version
    }
  }
`)

export const ShareView = graphql(`
  mutation ShareView($id: ID!, $expectedVersion: Int!, $isShared: Boolean!) {
    shareView(id: $id, expectedVersion: $expectedVersion, isShared: $isShared) {
      id
      version
    }
  }
`)

export const RemoveView = graphql(`
  mutation RemoveView($id: ID!) {
    removeView(id: $id)
  }
`)

export const RunFields = graphql(`
  fragment RunFields on BulkRun {
    id
    state
    total
    worked
    wouldChange
    changed
    refused
    canBeUndone
    refusals {
      code
      block
      count
      examples
    }
  }
`)

export const BulkProgress = graphql(
  `
    query BulkProgress($id: ID!) {
      bulkRun(id: $id) {
        id
        ...RunFields
      }
    }
  `,
  [RunFields],
)

export const PlanEnterpriseBulk = graphql(`
  mutation PlanEnterpriseBulk(
    $action: EnterpriseBulkAction!
    $selection: EnterpriseSelection!
    $reason: String
  ) {
    planEnterpriseBulk(action: $action, selection: $selection, reason: $reason) {
      id
    }
  }
`)

export const PlanReviewBulk = graphql(`
  mutation PlanReviewBulk(
    $action: ReviewBulkAction!
    $selection: ReviewSelection!
    $to: ID
    $reason: String
  ) {
    planReviewBulk(action: $action, selection: $selection, to: $to, reason: $reason) {
      id
    }
  }
`)

export const StartBulk = graphql(`
  mutation StartBulk($id: ID!) {
    startBulk(id: $id) {
      id
    }
  }
`)

export const StopBulk = graphql(`
  mutation StopBulk($id: ID!) {
    stopBulk(id: $id) {
      id
    }
  }
`)

export const UndoBulk = graphql(`
  mutation UndoBulk($id: ID!) {
    undoBulk(id: $id) {
      id
    }
  }
`)

export const Colleagues = graphql(`
  query Colleagues {
    reviewers {
      id
      name
    }
  }
`)

export const Story = graphql(`
  query Story($of: ID!, $after: String) {
    timeline(of: $of, first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          at
          actor
          verb
          reason
          changes {
            field
            from
            to
          }
        }
      }
    }
  }
`)
