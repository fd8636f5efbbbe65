import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { hangulOf, keystrokesOf } from './keystrokes.ts'

const FIRST = '가'.charCodeAt(0)
const SYLLABLES = Array.from({ length: 11_172 }, (_, place) => String.fromCharCode(FIRST + place))
const syllables = fc.array(fc.constantFrom(...SYLLABLES)).map(list => list.join(''))

it('reads every one of the 11,172 syllables back from its keys', () => {
  expect(SYLLABLES.at(-1)).toBe('힣')
  expect(SYLLABLES.filter(syllable => hangulOf(keystrokesOf(syllable)) !== syllable)).toEqual([])
})

it('gives every syllable keys of its own', () => {
  expect(new Set(SYLLABLES.map(keystrokesOf)).size).toBe(SYLLABLES.length)
})

it('reads any run of syllables back from its keys', () => {
  fc.assert(
    fc.property(syllables, text => {
      expect(hangulOf(keystrokesOf(text))).toBe(text)
    }),
  )
})

it('makes a half-typed syllable the beginning of the whole one', () => {
  fc.assert(
    fc.property(syllables, fc.constantFrom(...SYLLABLES), (text, last) => {
      const keys = keystrokesOf(text + last)
      expect(keys.startsWith(keystrokesOf(text))).toBe(true)
      expect(keys.startsWith(keystrokesOf(text) + keystrokesOf(last).charAt(0))).toBe(true)
    }),
  )
})

it.each([
  ['행복나눔', 'godqhrsksna'],
  ['꿈', 'Rna'],
  ['값', 'rkqt'],
  ['왜', 'dho'],
  ['장바ㄱ', 'wkdqkr'],
  ['ㅏ', 'k'],
  ['A4', 'A4'],
])('types %s as %s', (text, keys) => {
  expect(keystrokesOf(text)).toBe(keys)
})

it('shows keys that make no syllable as the letters they carry', () => {
  expect(hangulOf('led')).toBe('ㅣㄷㅇ')
  expect(hangulOf('a4')).toBe('ㅁ4')
})
