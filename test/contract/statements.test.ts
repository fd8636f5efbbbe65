import { requestRole } from '@panro/api/src/app/database.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read } from '../kit/ask.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  // The index may still be reading the rows of its template; its statements are not ours to count.
  await eventually(
    async () => expect(await (await fetch(`${app.url}/health`)).json()).toMatchObject({ search: { lag: 0 } }),
    20_000,
  )
})
afterAll(() => app.stop())

/** Whether it is one of the connections that people's requests go through; what works by itself has others. */
const isOfRequests = (client: pg.Client) =>
  String(Object(Reflect.get(client, 'connectionParameters')).options).includes(requestRole)

/** Every statement that requests send to the database while something runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = []
  const original = pg.Client.prototype.query
  const watched = function (this: pg.Client, ...args: unknown[]) {
    const [query] = args
    const text =
      typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : String(query)
    if (isOfRequests(this) && !/^(begin|commit)$/.test(text)) seen.push(text)
    return Reflect.apply(original, this, args)
  }
  Object.assign(pg.Client.prototype, { query: watched })
  try {
    await work()
  } finally {
    Object.assign(pg.Client.prototype, { query: original })
  }
  return seen
}

const nestedPage = (args: string) => `{
  products(${args}) {
    totalCount
    facets { key values { value label count } }
    pageInfo { hasNextPage endCursor }
    edges { node {
      id name price category { code name path { code name } } images { url } deliveryRegions { name }
      enterprise {
        id name region { fullName } formerNames { name } countsAs { name } productCount
        certifications { kind { name } number status validUntil evidence { issuer } }
        credentialSummary { total verified lastDeliveredOn }
        credentials { __typename category { name } evidence { issuer } verification { result } }
      }
    } }
  }
}`

test.each([
  ['in its plain order', 'first: 20'],
  ['found by words', 'first: 20, query: "인쇄"'],
  ['found by words, by price', 'first: 20, query: "인쇄", sort: PRICE_ASC'],
  [
    'narrowed by everything',
    'first: 20, filter: { certifications: ["social_enterprise"], categories: ["80", "82"], hasDeliveryRecord: true }',
  ],
  ['counted from the end', 'last: 20'],
])('a page of 20 products with all that hangs on them takes at most 6 statements: %s', async (_, args) => {
  const statements = await statementsOf(() => read(app, nestedPage(args)))
  expect(statements.length).toBeGreaterThan(0)
  expect(statements.length, statements.join('\n\n')).toBeLessThanOrEqual(6)
})

test('a hundred nodes of three nouns take three statements', async () => {
  const { products } = await read<{
    products: {
      edges: { node: { id: string; category: { id: string } | null; enterprise: { id: string } } }[]
    }
  }>(app, '{ products(first: 40) { edges { node { id category { id } enterprise { id } } } } }')
  const ids = products.edges.flatMap(({ node }) => [
    node.id,
    node.enterprise.id,
    ...(node.category ? [node.category.id] : []),
  ])
  const statements = await statementsOf(() =>
    read(app, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      variables: { ids: ids.slice(0, 100) },
    }),
  )
  expect(statements).toHaveLength(3)
})

test.each(['products', 'enterprises'])('four %s compare in at most three statements', async list => {
  const listed = await read<Record<string, { edges: { node: { id: string } }[] }>>(
    app,
    `{ ${list}(first: 4) { edges { node { id } } } }`,
  )
  const ids = listed[list]?.edges.map(({ node }) => node.id)
  expect(ids).toHaveLength(4)
  const credentials =
    'credentials { __typename category { name } evidence { issuer } verification { result } } credentialSummary { total verified lastDeliveredOn }'
  const compared = `query ($ids: [ID!]!) { nodes(ids: $ids) {
    ... on Product { id name spec unit price leadDays minimumOrder deliveryRegions { name } isFavourite category { name path { name } }
      enterprise { id name countsAs { name } certifications { kind { name } status validUntil } ${credentials} } }
    ... on Enterprise { id name region { fullName } productCount isFavourite countsAs { name }
      certifications { kind { name } number status validUntil } products { name price } ${credentials} }
  } }`
  const statements = await statementsOf(async () => {
    const { nodes } = await read<{ nodes: unknown[] }>(app, compared, { variables: { ids } })
    expect(nodes).toHaveLength(4)
    expect(nodes).not.toContain(null)
  })
  expect(statements.length).toBeGreaterThan(0)
  expect(statements.length).toBeLessThanOrEqual(3)
})
