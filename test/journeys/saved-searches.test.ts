import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { eventually, read, refusal, signIn } from '../kit/ask.ts'
import { startApi } from '../kit/processes.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let app: TestApp
let sql: Sql
let buyer: string
let staff: string
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
  buyer = await signIn(app, 'BUYER')
  staff = await signIn(app, 'STAFF')
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})
beforeEach(() => sql.run('delete from saved_search'))

interface Saved {
  id: string
  name: string
  query: string | null
  newCount: number
  lastSeenAt: string | null
  filter: { regions: string[] | null; price: { min: number | null; max: number | null } | null }
  matches: {
    isNew: boolean
    product: { id: string; name: string } | null
    enterprise: { id: string } | null
  }[]
}

const fields =
  'id name query newCount lastSeenAt filter { regions price { min max } } matches { isNew product { id name } enterprise { id } }'
const saving = `mutation ($name: String!, $scope: SavedScope!, $query: String, $filter: ProductFilter) {
  saveSearch(name: $name, scope: $scope, query: $query, filter: $filter) { ${fields} } }`
const seeing = `mutation ($id: ID!) { markSavedSearchSeen(id: $id) { ${fields} } }`
const removing = 'mutation ($id: ID!) { removeSavedSearch(id: $id) }'

async function save(asked: object, token = buyer): Promise<Saved> {
  const variables = { name: '시험', scope: 'PRODUCT', ...asked }
  return (await read<{ saveSearch: Saved }>(app, saving, { token, variables })).saveSearch
}

async function own(token = buyer): Promise<{ alertCount: number; savedSearches: Saved[] }> {
  const { viewer } = await read<{ viewer: { alertCount: number; savedSearches: Saved[] } }>(
    app,
    `{ viewer { alertCount savedSearches { ${fields} } } }`,
    { token },
  )
  return viewer
}

async function list(query: string, filter: object = {}) {
  const { products } = await read<{ products: { edges: { node: { id: string; price: number | null } }[] } }>(
    app,
    'query ($query: String, $filter: ProductFilter) { products(first: 100, query: $query, filter: $filter) { edges { node { id price } } } }',
    { variables: { query, filter } },
  )
  return products.edges.map(({ node }) => node)
}

const step = (id: string, to: 'WITHDRAW' | 'PUBLISH') =>
  read(app, `mutation ($id: ID!) { takeProductStep(id: $id, step: ${to}, reason: "시험") { id } }`, {
    token: staff,
    variables: { id },
  })

const reprice = (id: string, price: number) =>
  read(app, 'mutation ($id: ID!, $price: Won) { changePrice(id: $id, price: $price) { id } }', {
    token: staff,
    variables: { id, price },
  })

/** Until the readers of the ledger have come to its end. */
const caughtUp = () =>
  eventually(async () => {
    const [row] = await sql.run<{ behind: string }>(
      `select count(*) as behind from ledger l where (l.tx, l.id) >
         (select last_tx, last_id from consumer where name = 'saved-search-alerts')`,
    )
    expect(Number(row?.behind)).toBe(0)
  }, 10_000)

test('what begins to match is told within a moment, once; what matched already is not', async () => {
  const [back, touched] = await list('현수막')
  if (!back || !touched) throw new Error('No products')
  await step(back.id, 'WITHDRAW')
  await eventually(async () => expect((await list('현수막')).map(({ id }) => id)).not.toContain(back.id))
  await caughtUp()
  await save({ name: '현수막 새 소식', query: '현수막' })

  await reprice(touched.id, 123_400)
  await step(back.id, 'PUBLISH')
  await eventually(async () => expect((await own()).alertCount).toBe(1))
  await caughtUp()
  const [saved] = (await own()).savedSearches
  expect(saved).toMatchObject({
    name: '현수막 새 소식',
    newCount: 1,
    matches: [{ isNew: true, product: { id: back.id } }],
  })

  await step(back.id, 'WITHDRAW')
  await step(back.id, 'PUBLISH')
  await caughtUp()
  expect((await own()).alertCount).toBe(1)
})

test('nothing is missed because the index was a moment behind', async () => {
  const all = (await list('인쇄')).slice(0, 12)
  for (const { id } of all) await step(id, 'WITHDRAW')
  await caughtUp()
  await save({ query: '인쇄' })
  for (const { id } of all) {
    await step(id, 'PUBLISH')
    await new Promise(resume => setTimeout(resume, 130))
  }
  await eventually(async () => expect((await own()).alertCount).toBe(all.length))
})

test('without words the filter alone decides: a price that comes within reach is news', async () => {
  const filter = { price: { min: 7_001, max: 7_003 }, regions: ['11'] }
  expect(await list('', filter)).toEqual([])
  const [product] = await list('', { regions: ['11'] })
  const [elsewhere] = await list('', { regions: ['26'] })
  if (!product || !elsewhere) throw new Error('No products')
  const saved = await save({ filter })
  expect(saved.filter).toEqual({ regions: ['11'], price: { min: 7_001, max: 7_003 } })
  await reprice(product.id, 7_004)
  await reprice(elsewhere.id, 7_002)
  await caughtUp()
  expect((await own()).alertCount).toBe(0)
  await reprice(product.id, 7_002)
  await eventually(async () => expect((await own()).alertCount).toBe(1))
  expect((await own()).savedSearches[0]?.matches[0]?.product?.id).toBe(product.id)
})

test('an enterprise that gets the name looked for is news to whoever looks for enterprises', async () => {
  const { enterprises } = await read<{ enterprises: { edges: { node: { id: string } }[] } }>(
    app,
    '{ enterprises(first: 1) { edges { node { id } } } }',
  )
  const id = enterprises.edges[0]?.node.id ?? ''
  await save({ name: '기업', scope: 'ENTERPRISE', query: '하늘별구름나루' })
  await save({ name: '상품', scope: 'PRODUCT', filter: { price: { min: 1, max: 1 } } })
  await read(
    app,
    'mutation ($id: ID!) { renameEnterprise(id: $id, name: "하늘별구름나루 협동조합") { id } }',
    {
      token: staff,
      variables: { id },
    },
  )
  await eventually(async () => expect((await own()).alertCount).toBe(1))
  const found = (await own()).savedSearches.find(({ name }) => name === '기업')
  expect(found?.matches).toEqual([{ isNew: true, product: null, enterprise: { id } }])
})

test('news stays news until it is looked at, and is not counted while it cannot be seen', async () => {
  const [product] = await list('')
  if (!product) throw new Error('No product')
  const { id } = await save({ filter: { price: { min: 9_101, max: 9_101 } } })
  await reprice(product.id, 9_101)
  await eventually(async () => expect((await own()).alertCount).toBe(1))

  await sql.run(`update product set state = 'draft' where id = $1`, [product.id.replace('product_', '')])
  expect(await own()).toMatchObject({ alertCount: 0, savedSearches: [{ newCount: 0, matches: [] }] })
  await sql.run(`update product set state = 'on_sale' where id = $1`, [product.id.replace('product_', '')])
  expect((await own()).alertCount).toBe(1)

  const { markSavedSearchSeen } = await read<{ markSavedSearchSeen: Saved }>(app, seeing, {
    token: buyer,
    variables: { id },
  })
  expect(markSavedSearchSeen).toMatchObject({ newCount: 0, matches: [{ isNew: false }] })
  expect(markSavedSearchSeen.lastSeenAt).not.toBeNull()
  expect((await own()).alertCount).toBe(0)
})

test('an alert comes once, however often the same changes are read', async () => {
  const [product] = await list('')
  if (!product) throw new Error('No product')
  await save({ filter: { price: { min: 9_201, max: 9_201 } } })
  await reprice(product.id, 9_201)
  await eventually(async () => expect((await own()).alertCount).toBe(1))
  await caughtUp()
  await sql.run(`update consumer set last_tx = '0', last_id = 0 where name = 'saved-search-alerts'`)
  await caughtUp()
  const rows = await sql.run('select 1 from saved_search_match')
  expect(rows).toHaveLength(1)
})

test('two processes that follow the same changes tell each of them once', async () => {
  const second = await startApi({ databaseUrl: app.databaseUrl, meiliUrl: null })
  const some = (await list('')).slice(0, 10)
  await save({ filter: { price: { min: 9_301, max: 9_310 } } })
  for (const [place, { id }] of some.entries()) await reprice(id, 9_301 + place)
  await eventually(async () => expect((await own()).alertCount).toBe(some.length))
  await caughtUp()
  expect((await own()).alertCount).toBe(some.length)
  await second.stop()
})

test('nobody else reads, sees to or removes a saved search', async () => {
  const { id } = await save({ query: '현수막' })
  const asked = 'query ($id: ID!) { node(id: $id) { __typename id } }'
  const seen = async (token?: string) =>
    (await read<{ node: object | null }>(app, asked, { variables: { id }, ...(token ? { token } : {}) })).node
  expect(await seen(buyer)).toEqual({ __typename: 'SavedSearch', id })
  expect(await seen(staff)).toBeNull()
  expect(await seen()).toBeNull()
  expect((await own(staff)).savedSearches).toEqual([])
  for (const mutation of [seeing, removing]) {
    const absent = { code: 'NOT_FOUND', field: 'id' }
    expect(await refusal(app, mutation, { token: staff, variables: { id } })).toEqual(absent)
    expect(await refusal(app, mutation, { variables: { id } })).toMatchObject({ code: 'UNAUTHENTICATED' })
  }
  expect(
    await refusal(app, saving, { variables: { name: '시험', scope: 'PRODUCT', query: '현수막' } }),
  ).toMatchObject({
    code: 'UNAUTHENTICATED',
  })
  await read(app, removing, { token: buyer, variables: { id } })
  expect((await own()).savedSearches).toEqual([])
  const names = await sql.run<{ name: string }>('select name from ledger where subject_id = $1 order by id', [
    id.replace('savedsearch_', ''),
  ])
  expect(names.map(({ name }) => name)).toEqual(['saved_search.saved', 'saved_search.removed'])
})

test.each([
  ['a blank name', { name: ' ', query: '현수막' }, 'name'],
  ['a long name', { name: '가'.repeat(61), query: '현수막' }, 'name'],
  ['a name that deceives', { name: '시험\u202e', query: '현수막' }, 'name'],
  ['nothing to look for', { query: '  ' }, 'query'],
  ['a text instead of words', { query: '가'.repeat(201) }, 'query'],
  ['half a category', { filter: { categories: ['821'] } }, 'filter.categories'],
  ['a price of enterprises', { scope: 'ENTERPRISE', filter: { price: { max: 1 } } }, 'filter.price'],
  ['a lead time of enterprises', { scope: 'ENTERPRISE', filter: { leadDaysMax: 1 } }, 'filter.leadDaysMax'],
])('%s is refused', async (_, asked, field) => {
  const variables = { name: '시험', scope: 'PRODUCT', ...asked }
  expect(await refusal(app, saving, { token: buyer, variables })).toEqual({ code: 'BAD_USER_INPUT', field })
})

test('there is an end to saved searches, and it is told', async () => {
  const asked = { query: '현수막' }
  await Promise.all(Array.from({ length: 50 }, () => save(asked)))
  expect((await own()).savedSearches).toHaveLength(50)
  expect(
    await refusal(app, saving, { token: buyer, variables: { name: '시험', scope: 'PRODUCT', ...asked } }),
  ).toMatchObject({ code: 'WRONG_STATE' })
})
