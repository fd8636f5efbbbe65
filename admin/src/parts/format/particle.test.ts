import { expect, test } from 'vitest'
import { particle } from './particle.ts'

test.each([
  ['인쇄', '와'],
  ['명함', '과'],
  ['‘인쇄’', '와'],
  ['(주)행복', '과'],
  ['A4', '와'],
  ['USB 3', '과'],
  ['2026', '과'],
  ['LED', '와'],
  ['PVC film', '과'],
  ['명함'.normalize('NFD'), '과'],
  ['', '와'],
])('%s takes %s', (word, expected) => {
  expect(particle(word, '과', '와')).toBe(expected)
})
