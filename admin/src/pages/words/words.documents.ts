import { graphql } from '../../api/graphql.ts'

export const Aliases = graphql(`
  query Aliases($first: Int, $after: String, $last: Int, $before: String) {
    categoryAliases(first: $first, after: $after, last: $last, before: $before) {
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
          term
          relation
          updatedAt
          category {
            code
            name
          }
        }
      }
    }
  }
`)

export const AddAlias = graphql(`
  mutation AddAlias($term: String!, $category: String!, $relation: AliasRelation!) {
    addCategoryAlias(term: $term, category: $category, relation: $relation) {
      id
      term
    }
  }
`)

export const RemoveAlias = graphql(`
  mutation RemoveAlias($id: ID!) {
    removeCategoryAlias(id: $id)
  }
`)
