import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCompare, writeCompare } from './compare-url.ts'

test('every comparison comes back from its address as it was', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^\w[\w-]{0,40}$/), { maxLength: 4 })
  fc.assert(
    fc.property(ids, fc.boolean(), (given, isDiff) => {
      expect(readCompare(writeCompare({ ids: given, isDiff }))).toEqual({ ids: given, isDiff, isCut: false })
    }),
  )
})

test.each([
  ['a,b,c,d,e', ['a', 'b', 'c', 'd'], true],
  ['a,a,b', ['a', 'b'], false],
  ['a,<b>,c', ['a', 'c'], true],
  ['', [], false],
  [['a,b', null, 'c'], ['a', 'b', 'c'], false],
])('?ids=%s is read as far as it means something', (text, ids, isCut) => {
  expect(readCompare({ ids: text })).toEqual({ ids, isDiff: false, isCut })
})
