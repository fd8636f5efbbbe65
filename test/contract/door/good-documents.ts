/** Documents as honest callers send them: every list, every kind of argument, fragments and conditions. */
export const documents = {
  'a page of products': `{ products(first: 20) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node {
      id name spec unit price includesVat leadDays minimumOrder state images { url alt } deliveryRegions { fullName }
      category { code name path { code name } }
      enterprise { id name businessNumber region { fullName } countsAs { code name }
        certifications { number validFrom validUntil status kind { code name } }
        credentialSummary { total verified deliveryRecords lastDeliveredOn } } } } } }`,
  'a page from the end': `query Page { products(last: 3, sort: PRICE_ASC, filter: { price: { min: 1000, max: 90000 }, leadDaysMax: 30,
      hasDeliveryRecord: true, certifications: ["social_enterprise"], certifiedOn: "2026-11-21" }) {
      edges { match node { ...Card } } facets { key values { value label count isSelected } } } }
    fragment Card on Product { name price enterprise { ...Owner } }
    fragment Owner on Enterprise { name countsAs(on: "2025-01-31") { name } }`,
  'enterprises with their passports': `{ enterprises(first: 5, query: "행복", sort: RELEVANCE) { search { correction degraded } edges { match node {
      name formerNames { name until } foundedOn homepage
      products(first: 2) { name price } credentials { __typename id statedOn verification { result }
        ... on DeliveryRecord { client item amount deliveredOn } ... on SupplyCapacity { quantityPerMonth unit }
        ... on DeliveryTerms { leadDays regions { name } } } } } } }`,
  'words and conditions': `query Both($with: Boolean = true, $words: String = "현수막") { suggestions(query: $words, first: 5) { text kind }
    found: products(first: 1, query: $words) { totalCount edges @include(if: $with) { node { id } } } }`,
  'reference data': `{ categories(first: 10) { edges { node { code name level } } } category(code: "44") { name path { name } }
     regions { code name } certificationKinds { code name issuer } refusalCodes { code meaning } viewer { name } }`,
  'nodes and a type': `{ node(id: "bm90aGluZw") { id __typename } nodes(ids: ["a", "b"]) { id } __type(name: "Product") { fields { name } } }`,
  'a mutation': `mutation Leave { signOut }`,
} as const
