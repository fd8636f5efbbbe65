import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grouped } from './number.ts'

test('a whole number is grouped as Koreans group it', () => {
  expect(grouped(0)).toBe('0')
  expect(grouped(1_234_567)).toBe('1,234,567')
  expect(grouped(undefined)).toBe('…')
  fc.assert(fc.property(fc.maxSafeInteger(), n => grouped(n) === n.toLocaleString('ko-KR')))
})
