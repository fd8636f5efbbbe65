import { expect, test } from 'vitest'
import { answerType, namedMediaType } from './media-types.ts'

test.each([
  [undefined, null],
  ['*/*', null],
  ['text/html', null],
  ['application/json', 'application/json'],
  ['application/graphql-response+json', 'application/graphql-response+json'],
  ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
  ['application/json, application/graphql-response+json', 'application/json'],
  ['application/json;q=0.5, application/graphql-response+json', 'application/graphql-response+json'],
  ['application/json;q=0', null],
])('%s names %s', (accept, expected) => {
  expect(namedMediaType(accept)).toBe(expected)
})

test('who names nothing gets JSON', () => {
  expect(answerType('*/*')).toBe('application/json; charset=utf-8')
})
