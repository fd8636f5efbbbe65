import { graphql } from '../../api/graphql.ts'
import { EnterpriseCardFields, ProductCardFields } from '../../parts/catalogue.fragments.ts'

export const Favourites = graphql(
  `
    query Favourites($first: Int!) {
      viewer {
        id
        favourites(first: $first) {
          totalCount
          edges {
            node {
              id
              addedAt
              product {
                id
                ...ProductCardFields
              }
              enterprise {
                id
                ...EnterpriseCardFields
              }
            }
          }
        }
      }
    }
  `,
  [ProductCardFields, EnterpriseCardFields],
)

export const SavedSearchFields = graphql(`
  fragment SavedSearchFields on SavedSearch {
    id
    name
    scope
    query
    createdAt
    lastSeenAt
    newCount
    filter {
      categories
      certifications
      regions
      hasDeliveryRecord
      leadDaysMax
      price {
        min
        max
      }
    }
    matches(first: 5) {
      foundAt
      isNew
      product {
        id
        name
      }
      enterprise {
        id
        name
      }
    }
  }
`)

export const SavedSearches = graphql(
  `
    query SavedSearches {
      viewer {
        id
        savedSearches {
          id
          ...SavedSearchFields
        }
      }
    }
  `,
  [SavedSearchFields],
)

export const MarkSeen = graphql(`
  mutation MarkSavedSearchSeen($id: ID!) {
    markSavedSearchSeen(id: $id) {
      id
      newCount
    }
  }
`)

export const RemoveSavedSearch = graphql(`
  mutation RemoveSavedSearch($id: ID!) {
    removeSavedSearch(id: $id)
  }
`)
