/** The page that both sides serve: 20 products with enterprise, certifications, category and passport in figures. */
export const pageQuery = `query Page($after: String) {
  products(first: 20, after: $after) {
    edges {
      cursor
      node {
        id name unit price leadDays
        category { code name }
        enterprise {
          id name businessNumber
          region { code fullName }
          certifications { kind { code name } number status validUntil }
          credentialSummary { total verified deliveryRecords verifiedDeliveryRecords lastDeliveredOn }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`
