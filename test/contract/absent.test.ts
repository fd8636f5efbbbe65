import type { Running } from '@panro/api/src/app/serve.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type Answer } from '../kit/ask.ts'
import { freshDatabase, type TestDatabase } from '../kit/database.ts'
import { startApi } from '../kit/processes.ts'
import { openSql, type Sql } from '../kit/sql.ts'

/**
 * Two databases, alike but for this: what is a draft or withdrawn in one has been deleted from the other.
 * Nobody who asks may be able to tell them apart.
 */
const noon = new Date('2026-03-02T03:00:00Z')
const drafted = '숨은초안협동조합'
const withdrawn = '숨은철회협동조합'
const draftProduct = '숨은초안현수막'

interface Side {
  database: TestDatabase
  sql: Sql
  app: Running
}

let hidden: Side
let deleted: Side
let ids: { things: string[]; seller: string }
beforeAll(async () => {
  hidden = await openSide(async sql => {
    const things = await pickThings(sql)
    await hide(sql, things)
    ids = await idsOf(sql, things)
  })
  deleted = await openSide(async sql => {
    const { draft, gone, product } = await pickThings(sql)
    await sql.run('delete from enterprise where id = any($1)', [[draft, gone]])
    await sql.run('delete from product where id = $1', [product])
  })
})
afterAll(async () => {
  for (const { app, sql, database } of [hidden, deleted]) {
    await app.stop()
    await sql.end()
    await database.drop()
  }
})

async function openSide(prepare: (sql: Sql) => Promise<void>): Promise<Side> {
  const database = await freshDatabase('demo')
  const sql = await openSql(database.url)
  await prepare(sql)
  return {
    database,
    sql,
    app: await startApi({ databaseUrl: database.url, meiliUrl: null, clock: () => noon }),
  }
}

interface Things {
  draft: string
  gone: string
  product: string
  seller: string
}

/** Two enterprises with something of everything, and a product of a third; the same ones on both sides. */
async function pickThings(sql: Sql): Promise<Things> {
  const rows = await sql.run<{ id: string }>(`
    select e.id from enterprise e where e.state = 'published'
      and exists (select 1 from certification where enterprise_id = e.id)
      and exists (select 1 from credential where enterprise_id = e.id)
      and (select count(*) from product where enterprise_id = e.id and state = 'on_sale') > 1
    order by e.id limit 3`)
  const [draft = '', gone = '', seller = ''] = rows.map(({ id }) => id)
  const [product] = await sql.run<{ id: string }>(
    `select id from product where enterprise_id = $1 and state = 'on_sale' order by id limit 1`,
    [seller],
  )
  return { draft, gone, seller, product: product?.id ?? '' }
}

async function hide(sql: Sql, { draft, gone, product }: Things) {
  await sql.run(`update enterprise set state = 'draft', name = $2 where id = $1`, [draft, drafted])
  await sql.run(`update enterprise set state = 'withdrawn', name = $2 where id = $1`, [gone, withdrawn])
  await sql.run(`update product set state = 'draft', name = $2 where id = $1`, [product, draftProduct])
  await sql.run(
    `insert into enterprise_name (id, enterprise_id, name, valid_until) values (gen_random_uuid(), $1, $2, '2025-12-31')`,
    [gone, `옛${withdrawn}`],
  )
}

/** The public ids of everything that is hidden. */
async function idsOf(sql: Sql, { draft, gone, product, seller }: Things) {
  const rows = await sql.run<{ id: string }>(
    `select 'enterprise_' || id as id from enterprise where id = any($1)
     union all select 'product_' || id from product where enterprise_id = any($1) or id = $2
     union all select 'certification_' || id from certification where enterprise_id = any($1)
     union all select 'credential_' || id from credential where enterprise_id = any($1)`,
    [[draft, gone], product],
  )
  const asPublic = (id: string) => id.replaceAll('-', '')
  return { things: rows.map(({ id }) => asPublic(id)), seller: asPublic(`enterprise_${seller}`) }
}

interface Both<Data> {
  here: Answer<Data> | undefined
  there: Answer<Data> | undefined
}

async function both<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Both<Data>> {
  const [here, there]: Answer<Data>[] = await Promise.all(
    [hidden, deleted].map(({ app }) => ask<Data>(app, query, { variables })),
  )
  return { here, there }
}

test('the ids are well-formed: shown again, the same things answer', async () => {
  const database = await freshDatabase('demo')
  const app = await startApi({ databaseUrl: database.url, meiliUrl: null, clock: () => noon })
  const { data } = await ask<{ nodes: unknown[] }>(app, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    variables: { ids: ids.things },
  })
  expect(ids.things.length).toBeGreaterThan(10)
  expect(data?.nodes).toEqual(ids.things.map(id => ({ id })))
  await app.stop()
  await database.drop()
})

test('by id they look like what never was', async () => {
  const never = ids.things.map(id => id.replace(/_.*/, '_0198a0000000700080000000000000aa'))
  const many = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }'
  const { here, there } = await both(many, { ids: ids.things })
  expect(here).toEqual(await ask(hidden.app, many, { variables: { ids: never } }))
  expect(here).toEqual(there)
  for (const id of ids.things) {
    const one = await ask(hidden.app, 'query ($id: ID!) { node(id: $id) { id } }', { variables: { id } })
    expect(one).toEqual({ data: { node: null } })
  }
})

const lists = ['products', 'enterprises'] as const

test.each(lists)('%s, page after page, are the same with totals and facets', async list => {
  const query = `query ($after: String) { ${list}(first: 100, after: $after, sort: NAME) {
    totalCount pageInfo { hasNextPage endCursor }
    facets { key values { value label count } }
    edges { cursor node { id name } } } }`
  let after: string | null = null
  let seen = 0
  do {
    const { here, there }: Both<Record<string, Listed>> = await both(query, { after })
    expect(here).toEqual(there)
    const page: Listed | undefined = here?.data?.[list]
    seen += page?.edges.length ?? 0
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  expect(seen).toBeGreaterThan(100)
})

interface Listed {
  pageInfo: { hasNextPage: boolean; endCursor: string }
  edges: unknown[]
}

const words = [drafted, withdrawn, `옛${withdrawn}`, draftProduct, '숨은', 'ㅅㅇㅊㅇ', '현수막']
const filters = [
  '{}',
  '{hasDeliveryRecord: true}',
  '{certifications: ["social_enterprise"]}',
  '{regions: ["11"]}',
]

test.each(words)('searched for with %s they are not found, nor counted, nor suggested', async word => {
  for (const list of lists)
    for (const filter of filters) {
      const { here, there } = await both(
        `query ($word: String) { ${list}(first: 100, query: $word, filter: ${filter}) {
          totalCount search { degraded } facets { key values { value count } } edges { node { id name } } } }`,
        { word },
      )
      expect(here?.errors).toBeUndefined()
      expect(here).toEqual(there)
    }
  const { here, there } = await both(
    'query ($word: String!) { suggestions(query: $word, first: 20) { kind text } }',
    {
      word,
    },
  )
  expect(here?.errors).toBeUndefined()
  expect(here).toEqual(there)
  for (const name of [drafted, withdrawn, draftProduct]) expect(JSON.stringify(here)).not.toContain(name)
})

test('an enterprise that is shown does not give its draft away', async () => {
  const { here, there } = await both<{ node: { productCount: number } }>(
    `query ($id: ID!) { node(id: $id) { ... on Enterprise {
      productCount products(first: 100) { id name enterprise { productCount products { id } } } } } }`,
    { id: ids.seller },
  )
  expect(here?.data?.node.productCount).toBeGreaterThan(0)
  expect(here).toEqual(there)
})
