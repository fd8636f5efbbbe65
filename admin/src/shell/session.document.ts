import { graphql } from '../api/graphql.ts'

/** Who is signed in, and as whom one could on a demo server. */
export const Viewer = graphql(`
  query Viewer {
    viewer {
      id
      name
      role
      sessions {
        id
        isCurrent
        expiresAt
        idleSeconds
      }
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

/** What has not been looked at: finds of saved searches, and notices. */
export const AlertCount = graphql(`
  query AlertCount {
    viewer {
      id
      alertCount
      unreadNoticeCount
    }
  }
`)

export const SignIn = graphql(`
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      stage
      viewer {
        id
      }
    }
  }
`)

export const VerifySecondFactor = graphql(`
  mutation VerifySecondFactor($code: String!) {
    verifySecondFactor(code: $code) {
      stage
      viewer {
        id
      }
    }
  }
`)

export const StartSecondFactor = graphql(`
  mutation StartSecondFactor {
    startSecondFactor {
      secret
      uri
    }
  }
`)

export const ConfirmSecondFactor = graphql(`
  mutation ConfirmSecondFactor($code: String!) {
    confirmSecondFactor(code: $code) {
      recoveryCodes
      signIn {
        viewer {
          id
        }
      }
    }
  }
`)

export const ExtendSession = graphql(`
  mutation ExtendSession {
    extendSession {
      id
      expiresAt
    }
  }
`)
