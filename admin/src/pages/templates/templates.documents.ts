import { graphql } from '../../api/graphql.ts'

export const TemplateFields = graphql(`
  fragment TemplateFields on NoticeTemplate {
    kind
    label
    version
    subject
    body
    isOwn
    variables {
      name
      meaning
      example
    }
    history {
      version
      changedAt
      changedBy
    }
  }
`)

export const Templates = graphql(
  `
    query NoticeTemplates {
      noticeTemplates {
        kind
        ...TemplateFields
      }
    }
  `,
  [TemplateFields],
)

export const Preview = graphql(`
  query PreviewNotice($kind: NoticeKind!, $subject: String!, $body: String!) {
    previewNotice(kind: $kind, subject: $subject, body: $body) {
      subject
      text
    }
  }
`)

export const EditTemplate = graphql(`
  mutation EditNoticeTemplate($kind: NoticeKind!, $expectedVersion: Int!, $subject: String!, $body: String!) {
    editNoticeTemplate(kind: $kind, expectedVersion: $expectedVersion, subject: $subject, body: $body) {
      kind
    }
  }
`)

export const ResetTemplate = graphql(`
  mutation ResetNoticeTemplate($kind: NoticeKind!, $expectedVersion: Int!) {
    resetNoticeTemplate(kind: $kind, expectedVersion: $expectedVersion) {
      kind
    }
  }
`)
