import { graphql } from '../../api/graphql.ts'

export const OwnDepartments = graphql(`
  query OwnDepartments {
    viewer {
      id
      departments {
        id
        name
        institution {
          id
          name
        }
      }
    }
  }
`)
