import { graphql } from '../../api/graphql.ts'
import { EnterpriseCardFields, ProductCardFields } from '../../parts/catalogue.fragments.ts'

/** A page of products, and how many enterprises the same words and conditions find. */
export const ProductSearch = graphql(
  `
    query ProductSearch(
      $first: Int
      $after: String
      $last: Int
      $before: String
      $query: String
      $exactly: Boolean!
      $filter: ProductFilter
      $sort: ProductSort!
      $otherFilter: EnterpriseFilter
    ) {
      products(
        first: $first
        after: $after
        last: $last
        before: $before
        query: $query
        exactly: $exactly
        filter: $filter
        sort: $sort
      ) {
        totalCount
        edges {
          match
          node {
            id
            ...ProductCardFields
          }
        }
        facets {
          key
          values {
            value
            label
            count
            isSelected
          }
        }
        search {
          correction
          degraded
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
      enterprises(first: 1, query: $query, exactly: $exactly, filter: $otherFilter) {
        totalCount
      }
    }
  `,
  [ProductCardFields],
)

/** A page of enterprises, and how many products the same words and conditions find. */
export const EnterpriseSearch = graphql(
  `
    query EnterpriseSearch(
      $first: Int
      $after: String
      $last: Int
      $before: String
      $query: String
      $exactly: Boolean!
      $filter: EnterpriseFilter
      $sort: EnterpriseSort!
      $otherFilter: ProductFilter
    ) {
      enterprises(
        first: $first
        after: $after
        last: $last
        before: $before
        query: $query
        exactly: $exactly
        filter: $filter
        sort: $sort
      ) {
        totalCount
        edges {
          match
          node {
            id
            ...EnterpriseCardFields
          }
        }
        facets {
          key
          values {
            value
            label
            count
            isSelected
          }
        }
        search {
          correction
          degraded
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
      products(first: 1, query: $query, exactly: $exactly, filter: $otherFilter) {
        totalCount
      }
    }
  `,
  [EnterpriseCardFields],
)

/** How many there would be under other conditions; asked only when there is nothing under these. */
export const ProductCount = graphql(`
  query ProductCount($query: String, $exactly: Boolean!, $filter: ProductFilter) {
    products(first: 1, query: $query, exactly: $exactly, filter: $filter) {
      totalCount
    }
  }
`)

export const EnterpriseCount = graphql(`
  query EnterpriseCount($query: String, $exactly: Boolean!, $filter: EnterpriseFilter) {
    enterprises(first: 1, query: $query, exactly: $exactly, filter: $filter) {
      totalCount
    }
  }
`)

export const Suggestions = graphql(`
  query Suggestions($query: String!) {
    suggestions(query: $query, first: 8) {
      text
      kind
    }
  }
`)

/** The segments (대분류) that have products, to go on from where nothing was found. */
export const Segments = graphql(`
  query Segments {
    products(first: 1) {
      facets {
        key
        values {
          value
          label
          count
        }
      }
    }
  }
`)

export const SaveSearchMutation = graphql(`
  mutation SaveSearch($name: String!, $scope: SavedScope!, $query: String, $filter: ProductFilter) {
    saveSearch(name: $name, scope: $scope, query: $query, filter: $filter) {
      id
      name
    }
  }
`)
