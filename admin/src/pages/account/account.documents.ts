import { graphql } from '../../api/graphql.ts'

export const Account = graphql(`
  query Account {
    viewer {
      id
      name
      role
      hasSecondFactor
      needsSecondFactor
      recoveryCodesLeft
      noticeChoices {
        kind
        label
        isByMail
        isFixed
      }
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

export const RenewCodes = graphql(`
  mutation RenewRecoveryCodes($code: String!) {
    renewRecoveryCodes(code: $code)
  }
`)

export const SetNoticeMail = graphql(`
  mutation SetNoticeMail($kind: NoticeKind!, $isByMail: Boolean!) {
    setNoticeMail(kind: $kind, isByMail: $isByMail) {
      kind
      label
      isByMail
    }
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
