import { graphql } from '../api/graphql.ts'

/** What a product shows in a list. */
export const ProductCardFields = graphql(`
  fragment ProductCardFields on Product {
    id
    isFavourite
    name
    spec
    unit
    price
    includesVat
    leadDays
    images {
      url
    }
    category {
      code
      name
    }
    enterprise {
      id
      name
      region {
        fullName
      }
      countsAs {
        code
        name
      }
      credentialSummary {
        verifiedDeliveryRecords
        lastDeliveredOn
      }
    }
  }
`)

/** What an enterprise shows in a list. */
export const EnterpriseCardFields = graphql(`
  fragment EnterpriseCardFields on Enterprise {
    id
    isFavourite
    name
    summary
    productCount
    region {
      fullName
    }
    countsAs {
      code
      name
    }
    credentialSummary {
      verifiedDeliveryRecords
      lastDeliveredOn
    }
  }
`)
