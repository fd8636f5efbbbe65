import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfSerial } from './date-serial.ts'

test.each([
  ['61', '1900-03-01'],
  ['25569', '1970-01-01'],
  ['45658', '2025-01-01'],
  ['46145.99', '2026-05-03'],
  ['2958465', '9999-12-31'],
])('serial %s is %s', (serial, day) => {
  expect(dayOfSerial(serial)).toBe(day)
})

test.each(['60', '59', '0', '-1', '0.5', '2958466', 'NaN'])('serial %s stands for no day', serial => {
  expect(dayOfSerial(serial)).toBeNull()
})

test('workbooks that count from 1904 are 1,462 days behind', () => {
  expect(dayOfSerial('0', true)).toBe('1904-01-01')
  fc.assert(
    fc.property(fc.integer({ min: 1523, max: 2_900_000 }), serial => {
      expect(dayOfSerial(String(serial - 1462), true)).toBe(dayOfSerial(String(serial)))
    }),
  )
})
