import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal } from '../kit/ask.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

interface Page {
  edges: { cursor: string; node: { id: string; price: number | null } }[]
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
  totalCount: number
}

async function page(args: string): Promise<Page> {
  const { products } = await read<{ products: Page }>(
    app,
    `{ products(${args}) { totalCount edges { cursor node { id price } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  )
  return products
}

/** Walks a list to its end, page by page. */
async function walk(direction: 'forward' | 'backward', rest: string): Promise<Page> {
  const [size, cursor] = direction === 'forward' ? ['first: 37', 'after'] : ['last: 37', 'before']
  let all: Page['edges'] = []
  let from = ''
  for (;;) {
    const next = await page(`${size}, ${rest}${from}`)
    all = direction === 'forward' ? [...all, ...next.edges] : [...next.edges, ...all]
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = next.pageInfo
    if (!(direction === 'forward' ? hasNextPage : hasPreviousPage)) return { ...next, edges: all }
    from = `, ${cursor}: "${direction === 'forward' ? endCursor : startCursor}"`
  }
}

const sorts = ['RELEVANCE', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'LEAD_TIME', 'NAME']

test.each(sorts)(
  'walking a list forward or backward gives each product once, in one order: %s',
  async sort => {
    const forward = await walk('forward', `sort: ${sort}`)
    const backward = await walk('backward', `sort: ${sort}`)
    const ids = forward.edges.map(({ node }) => node.id)
    expect(ids).toHaveLength(forward.totalCount)
    expect(new Set(ids).size).toBe(ids.length)
    expect(backward.edges.map(({ node }) => node.id)).toEqual(ids)
  },
)

test.each(['first', 'last'])('a ranked list can be walked by %s too', async () => {
  const forward = await walk('forward', 'query: "인쇄"')
  const backward = await walk('backward', 'query: "인쇄"')
  expect(forward.edges.length).toBeGreaterThan(3)
  expect(backward.edges.map(({ node }) => node.id)).toEqual(forward.edges.map(({ node }) => node.id))
})

test('prices ascend, with what is on quotation at the end', async () => {
  const prices = (await walk('forward', 'sort: PRICE_ASC')).edges.map(({ node }) => node.price)
  const stated = prices.filter(price => price !== null)
  expect(stated.length).toBeGreaterThan(100)
  expect(prices.slice(0, stated.length)).toEqual(stated.toSorted((a, b) => a - b))
  expect(prices.length).toBeGreaterThan(stated.length)
})

test.each([
  ['neither', ''],
  ['both', '(first: 1, last: 1)'],
  ['zero', '(first: 0)'],
  ['negative', '(first: -1)'],
  ['too many', '(first: 101)'],
  ['too many from the end', '(last: 101)'],
  ['before without last', '(first: 1, before: "x")'],
  ['a made-up cursor', '(first: 1, after: "x")'],
  ['an empty cursor', '(first: 1, after: "")'],
  ['a long cursor', `(first: 1, after: "${'A'.repeat(5_000)}")`],
])('a page of %s is refused by name', async (_, args) => {
  expect(await refusal(app, `{ products${args} { edges { cursor } } }`)).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})

test('a cursor of another list or order is refused, never misread', async () => {
  const { endCursor } = (await page('first: 1, sort: PRICE_ASC')).pageInfo
  for (const list of [
    'products(first: 1, sort: NAME',
    'products(first: 1',
    'enterprises(first: 1',
    'products(first: 1, query: "인쇄"',
  ])
    expect(await refusal(app, `{ ${list}, after: "${endCursor}") { edges { cursor } } }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
})

test.each([
  ['a number for a time', ['products:newest', 12, '0198a000-0000-7000-8000-000000000000']],
  ['no uuid', ['products:newest', '2026-01-01T00:00:00+00:00', "'; drop table product"]],
  ['a NUL', ['products:name', 'a\0b', '0198a000-0000-7000-8000-000000000000']],
  ['an object', ['products:name', {}, '0198a000-0000-7000-8000-000000000000']],
])('a forged cursor with %s is refused', async (_, parts) => {
  const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url')
  const [list] = parts
  const sort = typeof list === 'string' ? list.split(':')[1]?.toUpperCase() : undefined
  expect(
    await refusal(app, `{ products(first: 1, sort: ${sort}, after: "${cursor}") { edges { cursor } } }`),
  ).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})

test('everything that has an id can be read again by it', async () => {
  const ids = await read<Record<string, { edges: { node: Record<string, unknown> }[] }>>(
    app,
    `{
      products(first: 5, filter: { hasDeliveryRecord: true, certifications: ["social_enterprise"] }) { edges { node { id category { id } enterprise { id region { id } certifications { id kind { id } } credentials { id } } } } }
    }`,
  )
  const found = [...JSON.stringify(ids).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(found.map(id => id?.split('_')[0])).size).toBeGreaterThanOrEqual(6)
  const { nodes } = await read<{ nodes: { id: string }[] }>(
    app,
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }',
    {
      variables: { ids: found },
    },
  )
  expect(nodes.map(({ id }) => id)).toEqual(found)
})

test('an id of nothing, and one that never was an id, are null', async () => {
  const ids = [
    'product_0198a0000000700080000000000000aa',
    'product_zz',
    'person_0198a0000000700080000000000000aa',
    '',
    'x',
    'region_99',
  ]
  const { data, errors } = await ask<{ nodes: unknown[] }>(
    app,
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { variables: { ids } },
  )
  expect(errors).toBeUndefined()
  expect(data?.nodes).toEqual(ids.map(() => null))
  expect(
    await refusal(app, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      variables: { ids: Array(101).fill('x') },
    }),
  ).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})
