import { graphql } from '../../api/graphql.ts'

/** The answer names the thing, so that every list it stands in is read anew. */
export const AddFavourite = graphql(`
  mutation AddFavourite($id: ID!) {
    addFavourite(id: $id) {
      id
      product {
        id
        isFavourite
      }
      enterprise {
        id
        isFavourite
      }
    }
  }
`)

export const RemoveFavourite = graphql(`
  mutation RemoveFavourite($id: ID!) {
    removeFavourite(id: $id)
  }
`)
