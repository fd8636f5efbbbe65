import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, refusal, signIn } from '../kit/ask.ts'
import { openSql, type Sql } from '../kit/sql.ts'

let app: TestApp
let sql: Sql
let buyer: string
let lead: string
let products: string[]
let enterprises: string[]
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
  buyer = await signIn(app, 'BUYER')
  lead = await signIn(app, 'LEAD')
  const listed = await read<Record<'products' | 'enterprises', { edges: { node: { id: string } }[] }>>(
    app,
    '{ products(first: 4) { edges { node { id } } } enterprises(first: 4) { edges { node { id } } } }',
  )
  products = listed.products.edges.map(({ node }) => node.id)
  enterprises = listed.enterprises.edges.map(({ node }) => node.id)
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})
beforeEach(() => sql.run('delete from favourite'))

interface Favourite {
  id: string
  product: { id: string; isFavourite: boolean } | null
  enterprise: { id: string; isFavourite: boolean } | null
}
interface Favourites {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: { node: Favourite }[]
}

const fields = 'id product { id isFavourite } enterprise { id isFavourite }'
const adding = `mutation ($id: ID!) { addFavourite(id: $id) { ${fields} } }`
const removing = 'mutation ($id: ID!) { removeFavourite(id: $id) }'

const add = async (id: string, token = buyer) =>
  (await read<{ addFavourite: Favourite }>(app, adding, { token, variables: { id } })).addFavourite

async function favouritesOf(token: string, args = ''): Promise<Favourites> {
  const { viewer } = await read<{ viewer: { favourites: Favourites } }>(
    app,
    `{ viewer { favourites${args} { totalCount pageInfo { hasNextPage endCursor } edges { node { ${fields} } } } } }`,
    { token },
  )
  return viewer.favourites
}

const thingsOf = ({ edges }: Favourites) =>
  edges.map(({ node }) => node.product?.id ?? node.enterprise?.id ?? null)

const first = (ids: string[]) => ids[0] ?? ''

test('a person keeps products and enterprises at hand, the newest first, page by page', async () => {
  const kept = [...products.slice(0, 2), ...enterprises.slice(0, 2)]
  for (const id of kept) await add(id)
  const all = await favouritesOf(buyer)
  expect(thingsOf(all)).toEqual(kept.toReversed())
  expect(all.totalCount).toBe(4)
  for (const { node } of all.edges) expect((node.product ?? node.enterprise)?.isFavourite).toBe(true)

  const page = await favouritesOf(buyer, '(first: 3)')
  expect(page.pageInfo.hasNextPage).toBe(true)
  const rest = await favouritesOf(buyer, `(first: 3, after: "${page.pageInfo.endCursor}")`)
  expect([...thingsOf(page), ...thingsOf(rest)]).toEqual(kept.toReversed())
})

test('twice is once, also when both come at the same moment', async () => {
  const id = first(products)
  const [one, other] = await Promise.all([add(id), add(id)])
  expect(one.id).toBe(other.id)
  expect((await add(id)).id).toBe(one.id)
  expect((await favouritesOf(buyer)).totalCount).toBe(1)
  const rows = await sql.run(`select 1 from ledger where name = 'favourite.added' and subject_id = $1`, [
    one.id.replace('favourite_', ''),
  ])
  expect(rows).toHaveLength(1)
})

test('a list says which of its things are favourites of who asks, and of nobody else', async () => {
  await add(first(products))
  const marks = async (token?: string) =>
    (
      await read<{ products: { edges: { node: { id: string; isFavourite: boolean } }[] } }>(
        app,
        '{ products(first: 4) { edges { node { id isFavourite } } } }',
        token === undefined ? {} : { token },
      )
    ).products.edges.flatMap(({ node }) => (node.isFavourite ? [node.id] : []))
  expect(await marks(buyer)).toEqual([first(products)])
  expect(await marks(lead)).toEqual([])
  expect(await marks()).toEqual([])
})

test('what was kept can be let go, once', async () => {
  const { id } = await add(first(enterprises))
  const remove = async () =>
    (
      await read<{ removeFavourite: boolean }>(app, removing, {
        token: buyer,
        variables: { id: first(enterprises) },
      })
    ).removeFavourite
  expect(await remove()).toBe(true)
  expect(await remove()).toBe(false)
  expect((await favouritesOf(buyer)).totalCount).toBe(0)
  const names = await sql.run<{ name: string }>(
    'select name from ledger where subject_id = $1 order by ledger.id',
    [id.replace('favourite_', '')],
  )
  expect(names.map(({ name }) => name)).toEqual(['favourite.added', 'favourite.removed'])
})

test('nobody else reads a favourite, not even by its id', async () => {
  const { id } = await add(first(products))
  const asked = 'query ($id: ID!) { node(id: $id) { __typename id } }'
  const seen = async (token?: string) =>
    (await read<{ node: object | null }>(app, asked, { variables: { id }, ...(token ? { token } : {}) })).node
  expect(await seen(buyer)).toEqual({ __typename: 'Favourite', id })
  expect(await seen(lead)).toBeNull()
  expect(await seen()).toBeNull()
  expect((await favouritesOf(lead)).totalCount).toBe(0)
})

test('what is hidden from everybody is hidden here too, and comes back with it', async () => {
  const id = first(enterprises)
  await add(id)
  const staff = await signIn(app, 'STAFF')
  const step = (to: string) =>
    read(app, `mutation ($id: ID!) { takeEnterpriseStep(id: $id, step: ${to}, reason: "시험") { id } }`, {
      token: staff,
      variables: { id },
    })
  await step('WITHDRAW').catch(() => undefined)
  expect(await favouritesOf(buyer)).toMatchObject({ totalCount: 0, edges: [] })
  expect(await refusal(app, adding, { token: buyer, variables: { id } })).toMatchObject({ code: 'NOT_FOUND' })
  await step('PUBLISH')
  expect(thingsOf(await favouritesOf(buyer))).toEqual([id])
})

test.each([
  ['a category', 'category_82', 'BAD_USER_INPUT'],
  ['no id at all', '관심', 'BAD_USER_INPUT'],
  ['a product of nothing', 'product_0198a0000000700080000000000000aa', 'NOT_FOUND'],
])('%s cannot be kept', async (_, id, code) => {
  expect(await refusal(app, adding, { token: buyer, variables: { id } })).toEqual({ code, field: 'id' })
})

test('there is an end to favourites, and it is told', async () => {
  await sql.run(
    `insert into favourite (id, person_id, product_id, created_at)
     select gen_random_uuid(), p.id, x.id, now() from person p, (select id from product where id <> $1 limit 500) x
     where p.role = 'buyer' and p.is_demo`,
    [first(products).replace('product_', '')],
  )
  expect((await favouritesOf(buyer)).totalCount).toBeGreaterThan(400)
  expect(await refusal(app, adding, { token: buyer, variables: { id: first(products) } })).toEqual({
    code: 'WRONG_STATE',
    field: 'id',
  })
})

test('a visitor keeps nothing', async () => {
  const variables = { id: first(products) }
  expect(await refusal(app, adding, { variables })).toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(await refusal(app, removing, { variables })).toMatchObject({ code: 'UNAUTHENTICATED' })
})
