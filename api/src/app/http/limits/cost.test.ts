import { buildSchema, parse, type OperationDefinitionNode } from 'graphql'
import { expect, test } from 'vitest'
import { costOf } from './cost.ts'
import { limits } from './limits.ts'

const schema = buildSchema(/* GraphQL */ `
  type Query {
    name: String
    tags: [String!]!
    products(first: Int, last: Int): Products!
    nodes(ids: [ID!]!): [Product]!
  }
  type Products {
    totalCount: Int!
    facets: [Facet!]!
    edges: [Edge!]!
  }
  type Edge {
    cursor: String!
    node: Product!
  }
  type Facet {
    label: String!
  }
  type Product {
    id: ID!
    name: String!
    similar(first: Int! = 20): [Product!]!
  }
`)

function cost(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query)
  const isOperation = (node: object): node is OperationDefinitionNode => 'operation' in node
  const [operation] = document.definitions.filter(isOperation)
  if (!operation) throw new Error('no operation')
  return costOf({ schema, document, operation, variables })
}

test.each([
  ['a value', '{ name }', 1],
  ['a list of unknown length counts as ten', '{ tags }', 10],
  ['the size of a page is that of its edges', '{ products(first: 50) { edges { cursor } } }', 1 + 1 + 50],
  ['and of nothing else of it', '{ products(first: 50) { totalCount facets { label } } }', 1 + 1 + 1 + 10],
  ['last is as good as first', '{ products(last: 7) { edges { cursor } } }', 1 + 1 + 7],
  ['ids count', '{ nodes(ids: ["a", "b", "c"]) { id } }', 1 + 3],
  ['a default of the schema counts', '{ nodes(ids: ["a"]) { similar { id } } }', 1 + 1 * (1 + 20)],
  [
    'lists within lists multiply',
    '{ nodes(ids: ["a", "b"]) { similar(first: 5) { id name } } }',
    1 + 2 * (1 + 5 * 2),
  ],
  ['fragments count where they are spread', '{ ...Q ...Q } fragment Q on Query { name ... { name } }', 4],
])('%s', (_name, query, expected) => {
  expect(cost(query)).toBe(expected)
})

test.each([
  ['a variable', 'query ($n: Int) { products(first: $n) { edges { cursor } } }', { n: 30 }, 32],
  ['its default', 'query ($n: Int = 40) { products(first: $n) { edges { cursor } } }', {}, 42],
  ['the length of a list', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] }, 3],
  [
    'a value of a wrong type is left to graphql-js',
    'query ($n: Int) { products(first: $n) { totalCount } }',
    { n: 'x' },
    2,
  ],
])('%s', (_name, query, variables, expected) => {
  expect(cost(query, variables)).toBe(expected)
})

test('fragments that double forty times over are counted in no time, and refused', () => {
  const steps = Array.from(
    { length: 40 },
    (_, i) => `fragment F${i} on Product { ...F${i + 1} ...F${i + 1} }`,
  )
  const begun = performance.now()
  expect(
    cost(
      `{ nodes(ids: []) { id } products(first: 1) { edges { node { ...F0 } } } } ${steps.join(' ')} fragment F40 on Product { id }`,
    ),
  ).toBeGreaterThan(limits.cost)
  expect(performance.now() - begun).toBeLessThan(100)
})

test('less than nothing cannot be asked for', () => {
  expect(() => cost('{ products(first: -1) { totalCount } }')).toThrow('`first` is negative')
})
