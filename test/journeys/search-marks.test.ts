import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read } from '../kit/ask.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

interface Edge {
  node: { name: string; spec: string | null; enterprise: { name: string }; category: { name: string } | null }
  match: string | null
  marks: { text: string; from: number; to: number }[] | null
}

async function find(query: string, sort = 'RELEVANCE'): Promise<Edge[]> {
  const { products } = await read<{ products: { edges: Edge[] } }>(
    app,
    `query ($query: String, $sort: ProductSort!) { products(first: 20, query: $query, sort: $sort) { edges {
      node { name spec enterprise { name } category { name } } match marks { text from to } } } }`,
    { variables: { query, sort } },
  )
  return products.edges
}

/** The marked words of a result, by the text they stand in. */
const markedIn = ({ node, marks }: Edge, text: string) => {
  const texts: Record<string, string | undefined> = {
    NAME: node.name,
    ENTERPRISE_NAME: node.enterprise.name,
    CATEGORY_NAME: node.category?.name,
    SPEC: node.spec ?? undefined,
  }
  return marks?.filter(mark => mark.text === text).map(({ from, to }) => texts[text]?.slice(from, to)) ?? []
}

test.each([
  ['as typed', '현수막', 'LITERAL'],
  ['with a particle', '현수막에서', 'PARTICLE'],
  ['by initials', 'ㅎㅅㅁ', 'INITIALS'],
  ['in the wrong keyboard mode', 'gustnakr', 'LAYOUT'],
  ['misspelt', '현수믹', 'TYPO'],
])('what was found %s is marked, in whatever order', async (_, query, reason) => {
  for (const sort of ['RELEVANCE', 'NAME']) {
    const named = (await find(query, sort)).filter(({ node }) => node.name.includes('현수막'))
    expect(named.length).toBeGreaterThan(0)
    for (const edge of named) {
      expect(new Set(markedIn(edge, 'NAME'))).toEqual(new Set(['현수막']))
      expect(edge.match).toBe(sort === 'NAME' ? null : reason)
    }
  }
})

test('the enterprise and the category are marked, too', async () => {
  const [some] = await find('현수막')
  if (!some) throw new Error('Nobody sells 현수막')
  const found = await find(some.node.enterprise.name)
  expect(found.map(edge => markedIn(edge, 'ENTERPRISE_NAME').join('')).join()).toContain(
    some.node.enterprise.name.slice(-2),
  )
  const byCategory = await find(some.node.category?.name ?? '')
  expect(byCategory.some(edge => markedIn(edge, 'CATEGORY_NAME').length > 0)).toBe(true)
})

test('without words there is nothing to mark', async () => {
  expect((await find('')).map(({ marks }) => marks)).toEqual(Array(20).fill(null))
})
