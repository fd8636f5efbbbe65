import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { EditDistance } from './edit-distance.ts'
import { SYLLABLE_START } from './typed-text.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 })
const distance = new EditDistance()

it('finds the fewest edits of any stretch, as trying all of them does', () => {
  fc.assert(
    fc.property(letters, letters, (typed, text) => {
      const stretches = Array.from(text).flatMap((_, from) =>
        Array.from({ length: text.length - from }, (__, more) => text.slice(from, from + more + 1)),
      )
      const fewest = Math.min(...stretches.map(stretch => edits(typed, stretch)))
      expect(nearest(typed, text, 9)?.edits ?? Infinity).toBe(fewest)
    }),
    { numRuns: 500 },
  )
})

it('names the stretch it means', () => {
  fc.assert(
    fc.property(letters, letters, (typed, text) => {
      const found = nearest(typed, text, 9)
      expect(edits(typed, text.slice(found?.from, found?.to))).toBe(found?.edits)
    }),
    { numRuns: 500 },
  )
})

it('gives up beyond the edits allowed', () => {
  expect(nearest('abc', 'aac', 1)?.edits).toBe(1)
  expect(nearest('abc', 'aac', 0)).toBeUndefined()
})

function nearest(typed: string, text: string, most: number) {
  const keys = codes(text).map(code => code | SYLLABLE_START)
  return distance.nearest(keys, 0, keys.length, codes(typed), most)
}

function codes(text: string): Uint16Array {
  return Uint16Array.from(text, letter => letter.charCodeAt(0))
}

/** Damerau–Levenshtein, restricted, straight from its definition. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [shortA, shortB] = [a.slice(0, -1), b.slice(0, -1)]
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  return Math.min(
    edits(shortA, b) + 1,
    edits(a, shortB) + 1,
    edits(shortA, shortB) + (a.at(-1) === b.at(-1) ? 0 : 1),
    isSwap ? edits(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
  )
}
