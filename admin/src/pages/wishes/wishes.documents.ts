import { graphql } from '../../api/graphql.ts'

export const OwnWishes = graphql(`
  query OwnWishes {
    ownWishBoards {
      id
      side
      name
      eventId
      eventTitle
      until
      canWish
      counterparts {
        id
        name
        choice
        outcome {
          state
          reason
        }
        items {
          item
          won
          month
          category
        }
        products
      }
    }
  }
`)

export const SetWishes = graphql(`
  mutation SetWishes($from: ID!, $wishes: [WishInput!]!) {
    setWishes(from: $from, wishes: $wishes) {
      id
    }
  }
`)
