import { graphql } from '../../api/graphql.ts'

export const Account = graphql(`
  query Account {
    viewer {
      id
      name
      role
      hasSecondFactor
      needsSecondFactor
      sessions {
        id
        isCurrent
        beganAt
        seenAt
        expiresAt
      }
    }
  }
`)

export const ChangeName = graphql(`
  mutation ChangeOwnName($name: String!) {
    changeOwnName(name: $name) {
      id
      name
    }
  }
`)

export const ChangePassword = graphql(`
  mutation ChangePassword($current: String!, $password: String!) {
    changePassword(current: $current, password: $password)
  }
`)

export const RemoveSecondFactor = graphql(`
  mutation RemoveSecondFactor($code: String!) {
    removeSecondFactor(code: $code)
  }
`)

export const RevokeSession = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(id: $id)
  }
`)

export const RevokeOthers = graphql(`
  mutation RevokeOtherSessions {
    revokeOtherSessions
  }
`)
