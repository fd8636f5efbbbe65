import { CombinedError } from '@urql/core'
import { expect, test } from 'vitest'
import { explain } from './refusals.ts'

test('a refusal says what it was about, and hands on the number to quote', () => {
  const error = new CombinedError({
    graphQLErrors: [{ message: 'no', extensions: { code: 'BAD_USER_INPUT', requestId: '7f3a-21' } }],
  })
  expect(explain(error)).toEqual({ key: 'error.badInput', reference: '7f3a-21' })
})

test('no answer at all is a lost connection', () => {
  expect(explain(new CombinedError({ networkError: new Error('Failed to fetch') })).key).toBe('error.offline')
})

test('a code nobody knows is our own fault', () => {
  const error = new CombinedError({ graphQLErrors: [{ message: 'x', extensions: { code: 'NEW_CODE' } }] })
  expect(explain(error).key).toBe('error.unexpected')
})
