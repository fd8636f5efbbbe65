import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, refusal } from '../kit/ask.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

/** Pieces that selections share, as the fragments of a client do. */
const fragments = {
  Names: 'edges { node { id name } }',
  Prices: 'edges { node { price unit } }',
  Makers: 'edges { node { enterprise { name region { fullName } } } }',
  Certified: 'edges { node { enterprise { certifications { status kind { name } } countsAs { code } } } }',
  Once: 'edges { node { enterprise { then: certifications(validOn: "2026-01-01") { number } } } }',
  Passport:
    'edges { node { enterprise { credentials { __typename id ... on DeliveryRecord { amount } } } } }',
  Counts: 'totalCount pageInfo { hasNextPage }',
} as const
type Name = keyof typeof fragments
const names = Object.keys(fragments).filter((name): name is Name => name in fragments)

const definitions = (used: readonly Name[]) =>
  [...new Set(used)].map(name => `fragment ${name} on ProductConnection { ${fragments[name]} }`).join('\n')
const spreads = (used: readonly Name[]) => used.map(name => `...${name}`).join(' ')
const page = 'products(first: 3, sort: PRICE_ASC)'

test('two selections that begin alike do not get each other’s columns', async () => {
  const both = await read<Record<'b' | 'a', { edges: { node: { price?: number } }[] }>>(
    app,
    `{ b: ${page} { ...Names } a: ${page} { ...Names ...Prices } } ${definitions(['Names', 'Prices'])}`,
  )
  expect(both.a.edges[0]?.node.price).toBeTypeOf('number')
  expect(both.b.edges[0]?.node).not.toHaveProperty('price')
})

test('fragments shared by two aliases answer as they do one at a time, and again when asked again', async () => {
  const some = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(some, some, async (first, second) => {
      const together = `{ first: ${page} { ${spreads(first)} } second: ${page} { ${spreads(second)} } } ${definitions([...first, ...second])}`
      const alone = (used: Name[]) =>
        read<{ products: object }>(app, `{ ${page} { ${spreads(used)} } } ${definitions(used)}`)
      const expected = { first: (await alone(first)).products, second: (await alone(second)).products }
      // The third time round it is compiled twice over.
      for (let round = 0; round < 3; round++) expect(await read(app, together)).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

test.each(['constructor_x', 'toString_x', 'hasOwnProperty_1', '__proto___x', 'valueOf_0'])(
  'the id %s is of nothing',
  async id => {
    expect(await read(app, 'query ($id: ID!) { node(id: $id) { id } }', { variables: { id } })).toEqual({
      node: null,
    })
  },
)

test.each([
  '9999-99-99T99:99:99+99:99',
  '0000-01-01T00:00:00+00:00',
  '2026-02-30T00:00:00+00:00',
  '2026-13-01T00:00:00+00:00',
])('a cursor of the time %s is refused by the name of its argument', async time => {
  const cursor = Buffer.from(
    JSON.stringify(['products:newest', time, '0198a000-0000-7000-8000-000000000000']),
  ).toString('base64url')
  expect(await refusal(app, `{ products(first: 1, after: "${cursor}") { edges { cursor } } }`)).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'after',
  })
  expect(await refusal(app, `{ products(last: 1, before: "${cursor}") { edges { cursor } } }`)).toMatchObject(
    { field: 'before' },
  )
})

interface Ranked {
  products: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges?: { cursor: string }[] }
}

test('a ranked page tells its cursors without its edges, and they belong to its words and filter', async () => {
  const { products } = await read<Ranked>(
    app,
    '{ products(first: 2, query: "인쇄") { pageInfo { hasNextPage endCursor } } }',
  )
  expect(products.pageInfo.hasNextPage).toBe(true)
  const after = products.pageInfo.endCursor
  const next = await read<Ranked>(
    app,
    `{ products(first: 2, query: "인쇄", after: "${after}") { edges { cursor } pageInfo { hasNextPage endCursor } } }`,
  )
  expect(next.products.edges).toHaveLength(2)
  for (const other of ['query: "의자"', 'query: "인쇄", filter: { leadDaysMax: 3 }'])
    expect(
      await refusal(app, `{ products(first: 2, ${other}, after: "${after}") { edges { cursor } } }`),
    ).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'after',
    })
})

test.each(['null', '"3"', '-1', '1.5', '1e9', '[]'])('a ranked cursor of %s is refused', async position => {
  const { products } = await read<Ranked>(
    app,
    '{ products(first: 1, query: "인쇄") { pageInfo { hasNextPage endCursor } } }',
  )
  const [list] = JSON.parse(Buffer.from(products.pageInfo.endCursor ?? '', 'base64url').toString())
  const forged = Buffer.from(`["${list}",${position}]`).toString('base64url')
  expect(
    await refusal(app, `{ products(first: 1, query: "인쇄", after: "${forged}") { edges { cursor } } }`),
  ).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})

test('a chosen value deeper than a facet counts is counted by itself', async () => {
  interface Faceted {
    products: {
      totalCount: number
      facets: { key: string; values: { value: string; count: number; isSelected: boolean }[] }[]
    }
  }
  for (const filter of ['{ categories: ["8212"] }', '{ regions: ["11440"] }']) {
    const { products } = await read<Faceted>(
      app,
      `{ products(first: 1, filter: ${filter}) { totalCount facets { key values { value count isSelected } } } }`,
    )
    const chosen = products.facets.flatMap(({ values }) => values.filter(({ isSelected }) => isSelected))
    expect(chosen).toHaveLength(1)
    expect(chosen[0]?.count).toBe(products.totalCount)
    expect(products.totalCount).toBeGreaterThan(0)
  }
})
