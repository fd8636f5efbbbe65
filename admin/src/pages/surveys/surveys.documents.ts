import { graphql } from '../../api/graphql.ts'

export const SurveyFields = graphql(`
  fragment SurveyFields on Survey {
    id
    title
    audience
    unit
    state
    version
    allowedActions
    participants
    answered
    n
    questions {
      id
      position
      kind
      text
      texts
      tally {
        n
        mean
        options {
          option
          count
          percent
        }
      }
      byKind {
        group
        tally {
          n
          options {
            count
            percent
          }
        }
      }
    }
  }
`)

export const Surveys = graphql(
  `
    query Surveys($eventId: ID!) {
      surveys(eventId: $eventId) {
        ...SurveyFields
      }
    }
  `,
  [SurveyFields],
)

export const TakeSurveyStep = graphql(`
  mutation TakeSurveyStep($id: ID!, $step: SurveyStep!, $expectedVersion: Int!) {
    takeSurveyStep(id: $id, step: $step, expectedVersion: $expectedVersion) {
      id
      state
      version
      allowedActions
    }
  }
`)

export const MakeSurveyLink = graphql(`
  mutation MakeSurveyLink($id: ID!) {
    makeSurveyLink(id: $id)
  }
`)

export const CreateSurvey = graphql(`
  mutation CreateSurvey($eventId: ID!, $survey: SurveyInput!) {
    createSurvey(eventId: $eventId, survey: $survey) {
      id
    }
  }
`)

export const SurveyForm = graphql(`
  query SurveyForm($token: String!) {
    surveyForm(token: $token) {
      title
      isOpen
      questions {
        id
        position
        kind
        text
        options
      }
    }
  }
`)

export const AnswerSurvey = graphql(`
  mutation AnswerSurvey($token: String!, $entryKey: ID!, $answers: [SurveyAnswerInput!]!) {
    answerSurvey(token: $token, entryKey: $entryKey, answers: $answers)
  }
`)
