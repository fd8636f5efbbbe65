import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyTray, readTray, trayLimit, whyNot, withItem, withoutItem, writeTray } from './tray.ts'

const products = (...ids: string[]) => ids.reduce((tray, id) => withItem(tray, 'products', id), emptyTray)

test('four fit in, a fifth is refused and changes nothing', () => {
  const four = products('a', 'b', 'c', 'd')
  expect(four.ids).toEqual(['a', 'b', 'c', 'd'])
  expect(whyNot(four, 'products', 'e')).toBe('full')
  expect(withItem(four, 'products', 'e')).toBe(four)
})

test('what is in already is not put in twice, nor refused', () => {
  const four = products('a', 'b', 'c', 'd')
  expect(whyNot(four, 'products', 'a')).toBeNull()
  expect(withItem(four, 'products', 'a')).toBe(four)
})

test('products and enterprises do not mix; an empty tray takes either', () => {
  const one = products('a')
  expect(whyNot(one, 'enterprises', 'x')).toBe('otherKind')
  expect(withItem(one, 'enterprises', 'x')).toBe(one)
  const emptied = withoutItem(one, 'a')
  expect(withItem(emptied, 'enterprises', 'x')).toEqual({ kind: 'enterprises', ids: ['x'] })
})

test('a kept tray comes back as it was', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z][\w-]{0,40}$/), { minLength: 1, maxLength: trayLimit })
  fc.assert(
    fc.property(fc.constantFrom('products' as const, 'enterprises' as const), ids, (kind, given) => {
      expect(readTray(writeTray({ kind, ids: given }))).toEqual({ kind, ids: given })
    }),
  )
  expect(writeTray(emptyTray)).toBeNull()
})

test('whatever stands in the storage is read as a tray of at most four', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^products( [ab<-]{0,3}){0,9}$/)), text => {
      const { kind, ids } = readTray(text)
      expect(['products', 'enterprises']).toContain(kind)
      expect(ids.length).toBeLessThanOrEqual(trayLimit)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
  expect(readTray('products a a <b> c d e f').ids).toEqual(['a', 'c', 'd', 'e'])
})
