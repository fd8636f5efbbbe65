import { graphql } from '../api/graphql.ts'

/** Who is signed in, and as whom one could on a demo server. */
export const Viewer = graphql(`
  query Viewer {
    viewer {
      id
      name
      role
    }
    demoRoles
  }
`)

export const SignInAsDemo = graphql(`
  mutation SignInAsDemo($role: Role!) {
    signInAsDemo(role: $role) {
      viewer {
        id
      }
    }
  }
`)

export const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`)

/** How much saved searches have found that has not been looked at. */
export const AlertCount = graphql(`
  query AlertCount {
    viewer {
      id
      alertCount
    }
  }
`)
