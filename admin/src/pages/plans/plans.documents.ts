import { graphql } from '../../api/graphql.ts'

export const PlanRow = graphql(`
  fragment PlanRow on PlannedPurchase {
    id
    version
    year
    month
    item
    won
    budgetLine
    visibility
    state
    confidence
    isCategoryConfirmed
    allowedActions
    category {
      code
      name
    }
    candidates {
      enterprises
    }
    department {
      id
      name
      institution {
        id
        name
      }
    }
  }
`)

export const Plans = graphql(
  `
    query Plans($first: Int!, $after: String, $filter: PlanFilter, $sort: PlanSort!) {
      plannedPurchases(first: $first, after: $after, filter: $filter, sort: $sort) {
        totalCount
        sums {
          visibility
          count
          won
          unpriced
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...PlanRow
          }
        }
      }
    }
  `,
  [PlanRow],
)

export const ChangePlan = graphql(
  `
    mutation ChangePlan($id: ID!, $expectedVersion: Int!, $changes: PlannedPurchaseChangesInput!) {
      changePlannedPurchase(id: $id, expectedVersion: $expectedVersion, changes: $changes) {
        ...PlanRow
      }
    }
  `,
  [PlanRow],
)

export const AddPlan = graphql(
  `
    mutation AddPlan($departmentId: ID!, $plan: PlannedPurchaseInput!) {
      addPlannedPurchase(departmentId: $departmentId, plan: $plan) {
        ...PlanRow
      }
    }
  `,
  [PlanRow],
)

export const ConfirmCategory = graphql(
  `
    mutation ConfirmCategory($id: ID!, $expectedVersion: Int!, $category: String) {
      confirmPlanCategory(id: $id, expectedVersion: $expectedVersion, category: $category) {
        ...PlanRow
      }
    }
  `,
  [PlanRow],
)

export const WithdrawPlan = graphql(
  `
    mutation WithdrawPlan($id: ID!, $expectedVersion: Int!) {
      taken: withdrawPlannedPurchase(id: $id, expectedVersion: $expectedVersion) {
        ...PlanRow
      }
    }
  `,
  [PlanRow],
)

export const RestorePlan = graphql(
  `
    mutation RestorePlan($id: ID!, $expectedVersion: Int!) {
      taken: restorePlannedPurchase(id: $id, expectedVersion: $expectedVersion) {
        ...PlanRow
      }
    }
  `,
  [PlanRow],
)

export const SetVisibility = graphql(`
  mutation SetVisibility($ids: [ID!]!, $visibility: PlanVisibility!) {
    setPlanVisibility(ids: $ids, visibility: $visibility)
  }
`)

export const Suggestions = graphql(`
  query PlanSuggestions($items: [String!]!) {
    categorySuggestions(items: $items) {
      item
      suggestions {
        code
        name
        confidence
        because
      }
      notThese {
        term
        name
      }
    }
  }
`)

export const PastePlans = graphql(`
  mutation PastePlans($table: PlanTableInput!, $dryRun: Boolean!) {
    addPlannedPurchases(table: $table, dryRun: $dryRun) {
      saved
      flagged
      unit
      unknownColumns
      isDryRun
      rows {
        number
        isFlagged
        notes
        institution
        department
        item
        won
        month
        visibility
        categoryName
        confidence
        problems {
          column
          message
        }
        notThese {
          name
        }
      }
    }
  }
`)

export const Departments = graphql(`
  query Departments($query: String) {
    institutions(first: 30, filter: { query: $query, isCurrent: true }) {
      totalCount
      edges {
        node {
          id
          name
          departments {
            id
            name
          }
        }
      }
    }
  }
`)
