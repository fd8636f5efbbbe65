import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read, refusal, signIn } from '../kit/ask.ts'

let app: TestApp
let staff: string
let product: string
beforeAll(async () => {
  app = await startApp()
  staff = await signIn(app, 'STAFF')
  const { products } = await read<{ products: { edges: { node: { id: string } }[] } }>(
    app,
    '{ products(first: 1, sort: PRICE_ASC) { edges { node { id } } } }',
  )
  product = products.edges[0]?.node.id ?? ''
})
afterAll(() => app.stop())

test('of many who take the same step at once one succeeds, and the others are told why', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      ask(app, 'mutation ($id: ID!) { takeProductStep(id: $id, step: WITHDRAW) { state } }', {
        token: staff,
        variables: { id: product },
      }),
    ),
  )
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1)
  for (const { errors } of answers)
    if (errors) expect(['CONFLICT', 'WRONG_STATE']).toContain(errors[0]?.extensions.code)
})

test('of many who change a price at once each is applied or refused as a conflict, and the last applied stands', async () => {
  const prices = Array.from({ length: 30 }, (_, index) => 1_000_000 + index)
  const change = 'mutation ($id: ID!, $price: Won) { changePrice(id: $id, price: $price) { price } }'
  const answers = await Promise.all(
    prices.map(price =>
      ask<{ changePrice: { price: number } }>(app, change, {
        token: staff,
        variables: { id: product, price },
      }),
    ),
  )
  const applied = answers.filter(({ errors }) => !errors)
  expect(applied.length).toBeGreaterThan(0)
  for (const { errors } of answers) if (errors) expect(errors[0]?.extensions.code).toBe('CONFLICT')
  const { node } = await read<{ node: { price: number } }>(
    app,
    'query ($id: ID!) { node(id: $id) { ... on Product { price } } }',
    {
      variables: { id: product },
    },
  )
  expect(prices).toContain(node.price)
})

test('a text that cannot be stored is refused as input', async () => {
  const { enterprises } = await read<{ enterprises: { edges: { node: { id: string } }[] } }>(
    app,
    '{ enterprises(first: 1) { edges { node { id } } } }',
  )
  const rename = 'mutation ($id: ID!, $name: String!) { renameEnterprise(id: $id, name: $name) { name } }'
  for (const name of ['가\0나', '   ', ''])
    expect(
      await refusal(app, rename, { token: staff, variables: { id: enterprises.edges[0]?.node.id, name } }),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
})
