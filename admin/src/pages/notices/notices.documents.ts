import { graphql } from '../../api/graphql.ts'

export const Notices = graphql(`
  query Notices($first: Int!) {
    viewer {
      id
      unreadNoticeCount
      notices(first: $first) {
        totalCount
        edges {
          node {
            id
            subject
            body
            path
            at
            isNew
          }
        }
      }
    }
  }
`)

export const MarkRead = graphql(`
  mutation MarkNoticesRead($ids: [ID!]) {
    markNoticesRead(ids: $ids)
  }
`)
