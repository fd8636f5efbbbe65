import { graphql } from '../../api/graphql.ts'

export const EventReport = graphql(`
  query EventReport($eventId: ID!) {
    eventReport(eventId: $eventId) {
      eventId
      title
      edition
      asOf
      figures {
        key
        section
        label
        value
        unit
        n
        denominator
        formula
      }
      previous {
        title
        edition
      }
      changes {
        key
        label
        unit
        current
        previous
        ratio
        formula
      }
      claims {
        id
        kind
        about
        label
        value
        parts
        partLabels
        source
        publishedOn
        verdict
        arithmetic
      }
      settled {
        number
        asOf
        differences {
          key
          label
          unit
          was
          now
        }
      }
    }
  }
`)

export const ReportRows = graphql(`
  query ReportRows($eventId: ID!, $key: String!) {
    eventReport(eventId: $eventId) {
      eventId
      rows(key: $key, first: 50) {
        totalCount
        rows {
          label
          detail
        }
      }
    }
  }
`)

export const SettleReport = graphql(`
  mutation SettleReport($eventId: ID!) {
    settleEventReport(eventId: $eventId) {
      eventId
      settled {
        number
      }
    }
  }
`)

export const AddClaim = graphql(`
  mutation AddClaim($eventId: ID!, $claim: ClaimedFigureInput!) {
    addClaimedFigure(eventId: $eventId, claim: $claim) {
      eventId
    }
  }
`)

export const RemoveClaim = graphql(`
  mutation RemoveClaim($id: ID!) {
    removeClaimedFigure(id: $id)
  }
`)
