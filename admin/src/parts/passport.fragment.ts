import { graphql } from '../api/graphql.ts'

/** The capability passport (공급역량 확인서): every claim with its evidence and its verification. */
export const PassportFields = graphql(`
  fragment PassportFields on Enterprise {
    credentialSummary {
      total
      verified
      deliveryRecords
      verifiedDeliveryRecords
      lastDeliveredOn
    }
    credentials {
      type: __typename
      id
      category {
        name
      }
      evidence {
        issuer
        number
        issuedOn
        url
      }
      verification {
        result
        verifiedOn
        method
        nextCheckOn
      }
      ... on SupplyCapacity {
        quantityPerMonth
        unit
        people
        facilities
      }
      ... on DeliveryRecord {
        client
        item
        amount
        deliveredOn
        contractNumber
      }
      ... on DeliveryTerms {
        regions {
          code
          fullName
        }
        leadDays
        minimumOrder
        payment
        afterService
      }
    }
  }
`)
