import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedWon, won, wonReading } from './won.ts'

test('an amount has commas and its unit', () => {
  expect(won(18_000)).toBe('18,000원')
  expect(won(0)).toBe('0원')
})

test.each([
  [0, '0원'],
  [9_999, '9,999원'],
  [10_000, '1만원'],
  [123_456_000, '1억 2,345만 6,000원'],
  [100_010_001, '1억 1만 1원'],
  [9_999_999_999_999, '9조 9,999억 9,999만 9,999원'],
])('%d is read as %s', (amount, reading) => {
  expect(wonReading(amount)).toBe(reading)
})

test('a printed amount is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.nat(), amount => {
      expect(typedWon(won(amount))).toBe(amount)
    }),
  )
})

test('full-width digits and spaces are read; anything else is not', () => {
  expect(typedWon(' １２，０００ 원')).toBe(12_000)
  expect(typedWon('')).toBeNull()
  expect(typedWon('오만원')).toBe('unreadable')
  expect(typedWon('-3')).toBe('unreadable')
  expect(typedWon('1.5')).toBe('unreadable')
})
