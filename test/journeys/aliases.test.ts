import { connect } from '@panro/api/src/app/database.ts'
import { systemContext } from '@panro/api/src/app/system-context.ts'
import { loadReference } from '@panro/api/seeds/reference.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal, signIn } from '../kit/ask.ts'

let app: TestApp
let staff: string
beforeAll(async () => {
  app = await startApp()
  staff = await signIn(app, 'STAFF')
})
afterAll(() => app.stop())

interface Found {
  totalCount: number
  facets: { key: string; values: { value: string; count: number }[] }[]
  edges: { match: string | null; node: { id: string; name: string; category: { code: string } | null } }[]
}

async function find(query: string, filter: object = {}): Promise<Found> {
  const { products } = await read<{ products: Found }>(
    app,
    `query ($query: String, $filter: ProductFilter) { products(first: 100, query: $query, filter: $filter) {
      totalCount facets { key values { value count } } edges { match node { id name category { code } } }
    } }`,
    { variables: { query, filter } },
  )
  return products
}

const idsOf = ({ edges }: Found) => edges.map(({ node }) => node.id).sort()

const adding =
  'mutation ($term: String!, $category: String!, $relation: AliasRelation!) { addCategoryAlias(term: $term, category: $category, relation: $relation) { id term relation category { code } } }'
const removing = 'mutation ($id: ID!) { removeCategoryAlias(id: $id) }'

interface Alias {
  id: string
  term: string
  relation: string
  category: { code: string }
}

async function say(term: string, relation: string, category: string): Promise<Alias> {
  const variables = { term, relation, category }
  const { addCategoryAlias } = await read<{ addCategoryAlias: Alias }>(app, adding, {
    token: staff,
    variables,
  })
  return addCategoryAlias
}

const takeBack = ({ id }: Pick<Alias, 'id'>) => read(app, removing, { token: staff, variables: { id } })

async function listed(): Promise<Alias[]> {
  const { categoryAliases } = await read<{
    categoryAliases: { totalCount: number; edges: { node: Alias }[] }
  }>(
    app,
    '{ categoryAliases(first: 100) { totalCount edges { node { id term relation category { code } } } } }',
  )
  expect(categoryAliases.edges).toHaveLength(categoryAliases.totalCount)
  return categoryAliases.edges.map(({ node }) => node)
}

test('a synonym finds what lies in its category, from the next search on, until it is taken back', async () => {
  expect((await find('알록달록종이일')).totalCount).toBe(0)
  const inCategory = await find('', { categories: ['8212'] })
  expect(inCategory.totalCount).toBeGreaterThan(5)

  const alias = await say('알록달록 종이일', 'SYNONYM', '8212')
  for (const typed of ['알록달록종이일', '알록달록 종이 일', 'dkffhrekffhrwhddldlf'])
    expect(idsOf(await find(typed)), typed).toEqual(idsOf(inCategory))
  const found = await find('알록달록종이일')
  expect(found.totalCount).toBe(inCategory.totalCount)
  expect(new Set(found.edges.map(({ match }) => match))).toEqual(new Set(['SYNONYM']))
  expect(found.facets).toEqual(inCategory.facets.map(facet => expect.objectContaining({ key: facet.key })))
  expect(found.facets.find(({ key }) => key === 'CATEGORY')?.values).toEqual([
    { value: '82', count: inCategory.totalCount },
  ])

  await takeBack(alias)
  expect((await find('알록달록종이일')).totalCount).toBe(0)
})

test('what holds the words stands above what a synonym brings in, and a filter narrows both', async () => {
  const before = await find('현수막')
  const alias = await say('현수막', 'SYNONYM', '5611')
  const after = await find('현수막')
  expect(after.totalCount).toBeGreaterThan(before.totalCount)
  const matches = after.edges.map(({ match }) => match)
  expect(matches.lastIndexOf('LITERAL')).toBeLessThan(matches.indexOf('SYNONYM'))
  expect(new Set(idsOf(after)).size).toBe(after.edges.length)
  const narrowed = await find('현수막', { categories: ['56'] })
  expect(narrowed.edges.length).toBeGreaterThan(0)
  for (const { node } of narrowed.edges) expect(node.category?.code.slice(0, 2)).toBe('56')
  await takeBack(alias)
})

test('what a term does not mean is not found by it, unless its name says the term', async () => {
  const isElsewhere = ({ node }: Found['edges'][number]) =>
    node.category?.code.startsWith('82') === true && !node.name.replaceAll(' ', '').includes('인쇄')
  const seen = () => find('인쇄', { categories: ['8212'] })
  const before = await seen()
  expect(before.edges).toHaveLength(before.totalCount)
  expect(before.edges.some(isElsewhere)).toBe(true)
  const alias = await say('인쇄', 'NOT_THIS', '82')
  const after = await seen()
  expect(after.edges.filter(isElsewhere)).toEqual([])
  expect(after.edges.some(({ node }) => node.name.includes('인쇄'))).toBe(true)
  expect(after.totalCount).toBe(before.totalCount - before.edges.filter(isElsewhere).length)
  await takeBack(alias)
  expect((await seen()).totalCount).toBe(before.totalCount)
})

test('손소독제 is not 소독업, and a 음향조명 is no street light, from the first start on', async () => {
  for (const [term, prefix] of [
    ['손소독제', '7610'],
    ['음향조명', '391116'],
  ])
    expect(await listed()).toContainEqual(
      expect.objectContaining({
        term,
        relation: 'NOT_THIS',
        category: { code: prefix },
      }),
    )
  for (const { node } of (await find('손소독제')).edges)
    if (!node.name.includes('손소독제')) expect(node.category?.code).not.toMatch(/^7610/)
})

test('a term says one thing of a category at a time', async () => {
  const alias = await say('한지 공예', 'SYNONYM', '6012')
  const variables = { term: '한지공예', relation: 'NOT_THIS', category: '6012' }
  expect(await refusal(app, adding, { token: staff, variables })).toEqual({ code: 'CONFLICT', field: 'term' })
  await takeBack(alias)
  expect((await say('한지공예', 'NOT_THIS', '6012')).id).toBe(alias.id)
  await takeBack(alias)
  expect(await refusal(app, removing, { token: staff, variables: { id: alias.id } })).toEqual({
    code: 'NOT_FOUND',
    field: 'id',
  })
})

test.each([
  ['a blank term', { term: '  ', category: '82' }, 'BAD_USER_INPUT', 'term'],
  ['signs alone', { term: '!!', category: '82' }, 'BAD_USER_INPUT', 'term'],
  ['a long term', { term: '가'.repeat(51), category: '82' }, 'BAD_USER_INPUT', 'term'],
  ['half a code', { term: '종이', category: '821' }, 'BAD_USER_INPUT', 'category'],
  ['a category of nothing', { term: '종이', category: '99' }, 'NOT_FOUND', 'category'],
])('%s is refused', async (_, said, code, field) => {
  const variables = { ...said, relation: 'SYNONYM' }
  expect(await refusal(app, adding, { token: staff, variables })).toEqual({ code, field })
})

test('what the staff have removed does not come back with the next start', async () => {
  const seeded = (await listed()).find(({ term }) => term === '홍보마케팅')
  if (!seeded) throw new Error('No reference data')
  await takeBack(seeded)
  const { node } = await read<{ node: null }>(app, 'query ($id: ID!) { node(id: $id) { id } }', {
    variables: { id: seeded.id },
  })
  expect(node).toBeNull()

  const before = await listed()
  const orm = await connect(app.databaseUrl)
  await loadReference(systemContext(orm, new Date()))
  await orm.close()
  expect(await listed()).toEqual(before)
})

test('only the staff say what words mean, and the ledger keeps what was said', async () => {
  const variables = { term: '종이접기', relation: 'SYNONYM', category: '14' }
  expect(await refusal(app, adding, { variables })).toMatchObject({ code: 'UNAUTHENTICATED' })
  for (const role of ['BUYER', 'ENTERPRISE'] as const)
    expect(await refusal(app, adding, { variables, token: await signIn(app, role) })).toMatchObject({
      code: 'FORBIDDEN',
    })
  const { data } = await ask<{ addCategoryAlias: Alias }>(app, adding, {
    variables,
    token: await signIn(app, 'LEAD'),
  })
  if (!data) throw new Error('Nothing was added')
  await takeBack(data.addCategoryAlias)

  const orm = await connect(app.databaseUrl)
  const rows = await orm.em
    .getConnection()
    .execute<{ name: string; role: string }[]>(
      `select name, actor_role as role from ledger where subject_type = 'category_alias' and detail ->> 'term' = '종이접기' order by id`,
    )
  await orm.close()
  expect(rows).toEqual([
    { name: 'category_alias.added', role: 'lead' },
    { name: 'category_alias.removed', role: 'staff' },
  ])
})
