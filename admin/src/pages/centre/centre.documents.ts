import { graphql } from '../../api/graphql.ts'

export const Centre = graphql(`
  query Centre {
    viewer {
      id
      centerRules {
        name
        isOn
        isDemanded
        since
        version
      }
      colleagues {
        id
        name
        role
        disabledAt
        isInvited
        hasSecondFactor
      }
    }
  }
`)

export const SetCentreRule = graphql(`
  mutation SetCenterRule($name: CenterRuleName!, $isOn: Boolean!, $expectedVersion: Int!) {
    setCenterRule(name: $name, isOn: $isOn, expectedVersion: $expectedVersion) {
      name
    }
  }
`)

export const InviteStaff = graphql(`
  mutation InviteStaff($email: String!, $name: String!, $role: CentreRole!) {
    inviteStaff(email: $email, name: $name, role: $role) {
      code
    }
  }
`)

export const InviteAgain = graphql(`
  mutation InviteAgain($id: ID!) {
    inviteAgain(id: $id) {
      code
    }
  }
`)

export const SetStaffDisabled = graphql(`
  mutation SetStaffDisabled($id: ID!, $isDisabled: Boolean!) {
    setStaffDisabled(id: $id, isDisabled: $isDisabled) {
      id
    }
  }
`)

export const ChangeStaffRole = graphql(`
  mutation ChangeStaffRole($id: ID!, $role: CentreRole!) {
    changeStaffRole(id: $id, role: $role) {
      id
    }
  }
`)

export const ResetSecondFactor = graphql(`
  mutation ResetSecondFactor($id: ID!) {
    resetSecondFactor(id: $id) {
      id
    }
  }
`)
