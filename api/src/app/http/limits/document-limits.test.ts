import { buildSchema, parse, specifiedRules, validate } from 'graphql'
import { expect, test } from 'vitest'
import { documentLimits } from './document-limits.ts'
import { limits } from './limits.ts'
import { noSchemaIntrospection } from './no-schema-introspection.ts'

const schema = buildSchema('type Query { name(of: [[[Int]]]): String me: Query }')
const rules = [...specifiedRules, documentLimits, noSchemaIntrospection]
const refusals = (query: string) =>
  validate(schema, parse(query), rules, { maxErrors: 1 }).map(({ message }) => message)

const times = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join(' ')
const deep = (depth: number) => `${'{ me '.repeat(depth - 1)} { name } ${'}'.repeat(depth - 1)}`

test.each([
  [
    'aliases',
    `{ ${times(limits.aliases, i => `a${i}: name`)} }`,
    `{ ${times(limits.aliases + 1, i => `a${i}: name`)} }`,
  ],
  ['depth', deep(limits.depth), deep(limits.depth + 1)],
  [
    'depth through a fragment',
    `${deep(11)} `.replace('name', '...F') + 'fragment F on Query { me { name } }',
    `${deep(12)} `.replace('name', '...F') + 'fragment F on Query { me { name } }',
  ],
  [
    'operations',
    times(limits.operations, i => `query Q${i} { name }`),
    times(limits.operations + 1, i => `query Q${i} { name }`),
  ],
  ['fragments', spreads(limits.fragments), spreads(limits.fragments + 1)],
])('%s: as many as the limit says are let through, one more is refused', (_name, allowed, refused) => {
  expect(refusals(allowed)).toEqual([])
  expect(refusals(refused)[0]).toMatch(/^The document (has|nests) more than/)
})

function spreads(count: number) {
  return `{ ${times(count, i => `...F${i}`)} } ${times(count, i => `fragment F${i} on Query { name }`)}`
}

test.each([
  ['directives in one place', '{ name @a @b @c @d @e @f }', 'There are more than 5 directives in one place.'],
  ['a directive on an operation', 'query @skip { name }', 'An operation takes no directives here.'],
  ['a mutation where there is none', 'mutation { name }', 'There is no mutation here.'],
  [
    'brackets',
    `{ name(of: ${'['.repeat(70)}${']'.repeat(70)}) }`,
    'The document nests more than 60 brackets.',
  ],
])('%s', (_name, query, message) => {
  expect(refusals(query)[0]).toBe(message)
})

test('the whole schema is a file, not a query; a type may be asked for', () => {
  expect(refusals('{ __schema { types { name } } }')[0]).toContain('GET /schema.graphql')
  expect(refusals('{ __type(name: "Query") { name } }')).toEqual([])
})
