import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBusinessNumber } from './business-number.ts'

const numberOf = (text: string) => {
  const parsed = parseBusinessNumber(text)
  return 'number' in parsed ? parsed.number : parsed.problem
}

/** The one last digit that makes nine digits a business number, found by trying all ten. */
const completed = (nine: string) =>
  Array.from('0123456789', last => nine + last).filter(number => numberOf(number) === number)

const nineDigits = fc.stringMatching(/^[1-9]\d{8}$/)

test.each(['1248100998', '2208162517', '1208147521'])('%s, known to be in use, is one', number => {
  expect(numberOf(number)).toBe(number)
})

test.each(['2208162518', '1234567890'])('%s is refused by its check digit', number => {
  expect(numberOf(number)).toBe('checksum')
})

test.each([
  '124-81-00998',
  '124 81 00998',
  '１２４－８１－００９９８',
  '124–81–00998',
  '124−81−00998',
  ' 1248100998\u00a0',
  '\ufeff124-81-00998',
])('%j is read as typed', text => {
  expect(numberOf(text)).toBe('1248100998')
})

test('what is not ten digits says so', () => {
  expect(numberOf('')).toBe('empty')
  expect(numberOf(' - ')).toBe('empty')
  expect(numberOf('124810099')).toBe('length')
  expect(numberOf('12481009981')).toBe('length')
  expect(numberOf('124-81-0099X')).toBe('length')
})

test('0000000000 passes the checksum and is refused by name, also when Excel has made it 0', () => {
  expect(numberOf('0000000000')).toBe('placeholder')
  expect(numberOf('000-00-00000')).toBe('placeholder')
  expect(numberOf('0')).toBe('placeholder')
})

test('every nine digits have exactly one check digit', () => {
  fc.assert(fc.property(nineDigits, nine => completed(nine).length === 1))
})

test('every single wrong digit is found', () => {
  fc.assert(
    fc.property(nineDigits, fc.nat(9), fc.integer({ min: 1, max: 9 }), (nine, at, shift) => {
      const [number = ''] = completed(nine)
      const digit = (Number(number[at]) + shift) % 10
      return numberOf(number.slice(0, at) + digit + number.slice(at + 1)) === 'checksum'
    }),
  )
})
