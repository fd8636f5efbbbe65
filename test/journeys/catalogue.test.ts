import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, eventually, read, refusal, signIn } from '../kit/ask.ts'

let app: TestApp
let staff: string
beforeAll(async () => {
  app = await startApp()
  staff = await signIn(app, 'STAFF')
})
afterAll(() => app.stop())

interface Listed {
  products: {
    totalCount: number
    edges: {
      node: {
        id: string
        name: string
        price: number | null
        leadDays: number | null
        category: { code: string } | null
        enterprise: {
          id: string
          name: string
          region: { code: string } | null
          countsAs: { code: string }[]
          credentialSummary: { verifiedDeliveryRecords: number }
        }
      }
    }[]
  }
}

async function list(filter: object, query = '') {
  const { products } = await read<Listed>(
    app,
    `query ($filter: ProductFilter, $query: String) { products(first: 100, filter: $filter, query: $query) { totalCount edges { node {
      id name price leadDays category { code }
      enterprise { id name region { code } countsAs { code } credentialSummary { verifiedDeliveryRecords } }
    } } } }`,
    { variables: { filter, query } },
  )
  expect(products.totalCount).toBeGreaterThan(0)
  return products.edges.map(({ node }) => node)
}

test('a category finds what lies below it, by any prefix of its code', async () => {
  const [chair] = await list({}, '사무용의자')
  const code = chair?.category?.code ?? ''
  expect(code.length).toBeGreaterThanOrEqual(8)
  let wider = Infinity
  for (let digits = 2; digits <= code.length; digits += 2) {
    const found = await list({ categories: [code.slice(0, digits)] })
    for (const { category } of found) expect(category?.code.startsWith(code.slice(0, digits))).toBe(true)
    expect(found.length).toBeLessThanOrEqual(wider)
    wider = found.length
  }
})

test.each(['4', '441', '44111', '4411121', '44-11', '가나', ''])(
  '"%s" is not a category code',
  async code => {
    expect(
      await refusal(app, `{ products(first: 1, filter: { categories: ["${code}"] }) { totalCount } }`),
    ).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'filter.categories',
    })
  },
)

test.each([
  ['categories', '99'],
  ['categories', '4411999999'],
  ['certifications', 'best_enterprise'],
  ['regions', '99'],
  ['regions', '1199900000'],
])('a code that nothing has is refused by its name: %s %s', async (field, code) => {
  for (const query of ['', '의자'])
    for (const list of ['products', 'enterprises']) {
      const { errors } = await ask(
        app,
        `{ ${list}(first: 1, query: "${query}", filter: { ${field}: ["${known[field]}", "${code}"] }) { totalCount } }`,
      )
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining(` ${code};`),
        extensions: { code: 'BAD_USER_INPUT', field: `filter.${field}` },
      })
    }
})

const known: Record<string, string> = { categories: '44', certifications: 'social_enterprise', regions: '11' }

test('every filter means what it says', async () => {
  for (const { enterprise } of await list({ certifications: ['village_enterprise'] }))
    expect(enterprise.countsAs.map(({ code }) => code)).toContain('village_enterprise')
  for (const { enterprise } of await list({ regions: ['11'] }))
    expect(enterprise.region?.code.startsWith('11')).toBe(true)
  for (const { price } of await list({ price: { min: 10_000, max: 50_000 } })) {
    expect(price).toBeGreaterThanOrEqual(10_000)
    expect(price).toBeLessThanOrEqual(50_000)
  }
  for (const { leadDays } of await list({ leadDaysMax: 3 })) expect(leadDays).toBeLessThanOrEqual(3)
  for (const { enterprise } of await list({ hasDeliveryRecord: true }))
    expect(enterprise.credentialSummary.verifiedDeliveryRecords).toBeGreaterThan(0)
  for (const { enterprise } of await list({ hasDeliveryRecord: false }))
    expect(enterprise.credentialSummary.verifiedDeliveryRecords).toBe(0)
})

test('the counts beside a list are what choosing them gives', async () => {
  interface Faceted {
    products: { totalCount: number; facets: { key: string; values: { value: string; count: number }[] }[] }
  }
  const filterOf: Record<string, (value: string) => object> = {
    CERTIFICATION: value => ({ certifications: [value] }),
    CATEGORY: value => ({ categories: [value] }),
    REGION: value => ({ regions: [value] }),
    DELIVERY_RECORD: value => ({ hasDeliveryRecord: value === 'true' }),
  }
  const { products } = await read<Faceted>(
    app,
    '{ products(first: 1) { totalCount facets { key values { value count } } } }',
  )
  expect(products.facets.map(({ key }) => key).sort()).toEqual(Object.keys(filterOf).sort())
  for (const { key, values } of products.facets)
    for (const { value, count } of values.slice(0, 5)) {
      const chosen = await read<Faceted>(
        app,
        'query ($filter: ProductFilter) { products(first: 1, filter: $filter) { totalCount } }',
        {
          variables: { filter: filterOf[key]?.(value) },
        },
      )
      expect(chosen.products.totalCount, `${key} ${value}`).toBe(count)
    }
})

test.each([
  ['as it is written', '사무용의자'],
  ['in another spacing', '사무용 의자'],
  ['from the middle', '의자'],
  ['half typed', '사무용의ㅈ'],
])('words find a product %s', async (_, words) => {
  const found = await list({}, words)
  expect(found.map(({ name }) => name).join()).toContain('사무용의자')
})

test('what staff withdraw is gone from the list at once and from the index soon after', async () => {
  const [product] = await list({}, '현수막')
  if (!product) throw new Error('No product to withdraw')
  const change =
    'mutation ($id: ID!, $step: ProductStep!) { takeProductStep(id: $id, step: $step, reason: "시험") { state } }'
  const seen = async (query: string) =>
    (
      await read<Listed>(
        app,
        'query ($query: String) { products(first: 100, query: $query) { totalCount edges { node { id } } } }',
        { variables: { query } },
      )
    ).products
  const before = await seen('현수막')

  await read(app, change, { token: staff, variables: { id: product.id, step: 'WITHDRAW' } })
  expect((await seen('현수막')).edges.map(({ node }) => node.id)).not.toContain(product.id)
  await eventually(async () => expect((await seen('현수막')).totalCount).toBe(before.totalCount - 1))

  expect(
    await refusal(app, change, { token: staff, variables: { id: product.id, step: 'WITHDRAW' } }),
  ).toMatchObject({ code: 'WRONG_STATE' })
  await read(app, change, { token: staff, variables: { id: product.id, step: 'PUBLISH' } })
  await eventually(async () => expect((await seen('현수막')).totalCount).toBe(before.totalCount))
})

test('a renamed enterprise is found by its new name and by its old one', async () => {
  const [product] = await list({})
  if (!product) throw new Error('No enterprise')
  const { id, name } = product.enterprise
  const { renameEnterprise } = await read<{
    renameEnterprise: { name: string; formerNames: { name: string }[] }
  }>(
    app,
    'mutation ($id: ID!, $name: String!) { renameEnterprise(id: $id, name: $name) { name formerNames { name } } }',
    { token: staff, variables: { id, name: '새누리별빛나루 협동조합' } },
  )
  expect(renameEnterprise.formerNames.map(former => former.name)).toContain(name)
  for (const query of ['새누리별빛나루', name])
    await eventually(async () => {
      const { enterprises } = await read<{ enterprises: { edges: { node: { id: string } }[] } }>(
        app,
        'query ($query: String) { enterprises(first: 5, query: $query) { edges { node { id } } } }',
        { variables: { query } },
      )
      expect(enterprises.edges.map(({ node }) => node.id)).toContain(id)
    })
})

test('only people whose role allows it change anything, and a dead session is nobody', async () => {
  const change =
    'mutation { takeProductStep(id: "product_0198a0000000700080000000000000aa", step: WITHDRAW) { id } }'
  expect(await refusal(app, change)).toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(await refusal(app, change, { token: await signIn(app, 'BUYER') })).toMatchObject({
    code: 'FORBIDDEN',
  })
  expect(await refusal(app, change, { token: staff })).toMatchObject({ code: 'NOT_FOUND' })
  const ended = await signIn(app, 'LEAD')
  await read(app, 'mutation { signOut }', { token: ended })
  expect(await refusal(app, '{ viewer { name } }', { token: ended })).toMatchObject({
    code: 'UNAUTHENTICATED',
  })
  expect((await ask<{ viewer: null }>(app, '{ viewer { name } }')).data).toEqual({ viewer: null })
})

test('the same field twice with other arguments gives two answers', async () => {
  const { products } = await read<{
    products: { edges: { node: { enterprise: Record<string, object[]> } }[] }
  }>(
    app,
    `{ products(first: 20) { edges { node { enterprise {
      all: certifications { id } once: certifications(validOn: "1990-01-01") { id } ...rest
    } } } } }
    fragment rest on Enterprise { all: certifications { status } name }`,
  )
  for (const { node } of products.edges) {
    expect(node.enterprise.once).toEqual([])
    for (const certification of node.enterprise.all ?? [])
      expect(Object.keys(certification).sort()).toEqual(['id', 'status'])
  }
  expect(products.edges.some(({ node }) => (node.enterprise.all ?? []).length > 0)).toBe(true)
})
