import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmallDoor, secret, type SmallDoor } from './testing/small-door.ts'

let door: SmallDoor
beforeAll(async () => {
  door = await openSmallDoor()
})
afterAll(() => door.server.close())

test.each([
  ['data', '{ plain number things { name things { name } } }'],
  ['a refusal', '{ plain\n  refused }'],
  ['a defect', '{ broken plain }'],
  ['a defect in a list', '{ things { name broken } }'],
  ['null where none may be', '{ plain never }'],
  ['null for an argument', 'query ($of: Int) { number(of: $of) }', { of: null }],
  ['a wrong variable', 'query ($of: Int) { number(of: $of) }', { of: 'x' }],
  ['an argument left out', 'query ($of: Int) { number(of: $of) }', {}],
  [
    'types of an interface',
    '{ either { __typename name ... on Other { more } ... on Thing { things { name } } } }',
  ],
  ['an alias that looks like a prototype', '{ __proto__: plain constructor: plain toString: number }'],
  ['aliases that look like paths', '{ thing { b: where } b_thing: where thing_b: where }'],
  [
    'a fragment under two conditions',
    'query ($f: Boolean = false) { a: things { ...T @include(if: $f) name } b: things { ...T } } fragment T on Thing { n: name }',
  ],
])('%s: compiled or not, the answer is the same', async (_name, query, variables = {}) => {
  const first = await door.ask(query, variables)
  const second = await door.ask(query, variables)
  const third = await door.ask(query, variables)
  expect(withoutId(second)).toEqual(withoutId(first))
  expect(withoutId(third)).toEqual(withoutId(first))
  expect(first.text).not.toContain(secret)
})

const withoutId = ({ status, text }: { status: number; text: string }) => ({
  status,
  text: text.replaceAll(/"requestId":"[^"]+"/g, '"requestId":"…"'),
})
