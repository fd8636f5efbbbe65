import { graphql } from '../../api/graphql.ts'

export const Centers = graphql(`
  query JoinCenters {
    centers {
      id
      name
    }
  }
`)

export const LookUpNumber = graphql(`
  query LookUpNumber($text: String!) {
    businessNumber(text: $text) {
      problem
      enterpriseName
    }
  }
`)

export const Register = graphql(`
  mutation RegisterEnterprise($input: RegistrationInput!) {
    registerEnterprise(input: $input) {
      isRequest
    }
  }
`)

export const AcceptInvitation = graphql(`
  mutation AcceptInvitation($code: String!, $password: String!) {
    acceptInvitation(code: $code, password: $password) {
      stage
      viewer {
        id
      }
    }
  }
`)
