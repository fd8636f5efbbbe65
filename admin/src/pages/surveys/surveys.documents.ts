import { graphql } from '../../api/graphql.ts'

/** Without what was answered: all of an event at once would be more than one answer holds. */
export const SurveyHead = graphql(`
  fragment SurveyHead on Survey {
    id
    title
    audience
    unit
    state
    version
    allowedActions
    isChangeable
    takesPaper
    participants
    answered
    n
  }
`)

export const Surveys = graphql(
  `
    query Surveys($eventId: ID!) {
      surveys(eventId: $eventId) {
        ...SurveyHead
      }
    }
  `,
  [SurveyHead],
)

export const SurveyResults = graphql(`
  query SurveyResults($id: ID!) {
    survey(id: $id) {
      id
      questions {
        id
        position
        kind
        text
        options
        texts(first: 20)
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
  }
`)

export const SurveyTexts = graphql(`
  query SurveyTexts($id: ID!, $skip: Int!) {
    survey(id: $id) {
      id
      questions {
        id
        texts(first: 100, skip: $skip)
      }
    }
  }
`)

/** Who may have filled in a form. */
export const SurveyParticipants = graphql(`
  query SurveyParticipants($eventId: ID!, $filter: ParticipationFilterInput!, $after: String) {
    participations(eventId: $eventId, filter: $filter, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
        }
      }
    }
  }
`)

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

export const ChangeSurvey = graphql(`
  mutation ChangeSurvey($id: ID!, $survey: SurveyInput!, $expectedVersion: Int!) {
    changeSurvey(id: $id, survey: $survey, expectedVersion: $expectedVersion) {
      id
    }
  }
`)

export const EnterPaper = graphql(`
  mutation EnterPaper($id: ID!, $entryKey: ID!, $participationId: ID, $answers: [SurveyAnswerInput!]!) {
    enterSurveyResponse(id: $id, entryKey: $entryKey, participationId: $participationId, answers: $answers) {
      id
      n
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
