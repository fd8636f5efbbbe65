import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read, refusal, signIn } from '../kit/ask.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

interface Listed {
  totalCount: number
  search: { correction: string | null }
  pageInfo: { endCursor: string }
  facets: { key: string; values: { count: number }[] }[]
  edges: { node: { name: string }; match: string | null }[]
}

async function find(query: string, exactly: boolean, sort = 'RELEVANCE'): Promise<Listed> {
  const { products } = await read<{ products: Listed }>(
    app,
    `query ($query: String, $exactly: Boolean!, $sort: ProductSort!) {
      products(first: 100, query: $query, exactly: $exactly, sort: $sort) {
        totalCount search { correction } pageInfo { endCursor } facets { key values { count } } edges { node { name } match }
      } }`,
    { variables: { query, exactly, sort } },
  )
  return products
}

test.each([
  ['a slip of the finger', '현수막 제잭'],
  ['initials', 'ㅎㅅㅁ'],
  ['the keyboard mode', 'gustnakr'],
  ['a particle', '현수막에서'],
])('what is found in spite of %s is not what was typed', async (_, query) => {
  expect((await find(query, false)).totalCount).toBeGreaterThan(0)
  for (const sort of ['RELEVANCE', 'NAME'])
    expect(await find(query, true, sort)).toMatchObject({
      totalCount: 0,
      edges: [],
      search: { correction: null },
    })
})

test('what was typed is found, and counted, as it stands there', async () => {
  const found = await find('현수막', true)
  expect(found.totalCount).toBeGreaterThan(0)
  expect(found.edges.map(({ match }) => match)).toEqual(found.edges.map(() => 'LITERAL'))
  const deliveryRecord = found.facets.find(({ key }) => key === 'DELIVERY_RECORD')
  expect(deliveryRecord?.values.reduce((sum, { count }) => sum + count, 0)).toBe(found.totalCount)
})

test('a synonym is not what was typed', async () => {
  const lead = await signIn(app, 'LEAD')
  expect((await find('걸개천', false)).totalCount).toBe(0)
  const { products } = await read<{ products: { edges: { node: { category: { code: string } } }[] } }>(
    app,
    '{ products(first: 1, query: "현수막", exactly: true) { edges { node { category { code } } } } }',
  )
  const code = products.edges[0]?.node.category.code
  await read(
    app,
    'mutation ($term: String!, $code: String!) { addCategoryAlias(term: $term, category: $code, relation: SYNONYM) { id } }',
    { token: lead, variables: { term: '걸개천', code } },
  )
  await eventually(async () => expect((await find('걸개천', false)).totalCount).toBeGreaterThan(0))
  expect((await find('걸개천', true)).totalCount).toBe(0)
})

test('a place in the one list is none in the other', async () => {
  const { pageInfo } = await find('현수막', false)
  const goOn = `{ products(first: 1, query: "현수막", exactly: true, after: "${pageInfo.endCursor}") { totalCount } }`
  expect(await refusal(app, goOn)).toEqual({ code: 'BAD_USER_INPUT', field: 'after' })
})
