import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostRecents, readRecents, recentsLike, withoutRecent, withRecent, writeRecents } from './recents.ts'

const searched = (...words: string[]) => words.reduce<string[]>(withRecent, [])

test('the newest stands first, the same words once, and the eleventh goes', () => {
  expect(searched('현수막', '명함', '현수막')).toEqual(['현수막', '명함'])
  expect(searched('LED', '명함', 'led')).toEqual(['led', '명함'])
  const eleven = Array.from({ length: 11 }, (_, at) => `낱말${at}`)
  expect(searched(...eleven)).toEqual(eleven.toReversed().slice(0, mostRecents))
})

test('no words are no recent words; others are kept as they are searched', () => {
  expect(searched('  ', '')).toEqual([])
  expect(searched(' 사무용   의자 ', '인쇄'.normalize('NFD'))).toEqual(['인쇄', '사무용 의자'])
})

test('one goes, the others stay', () => {
  expect(withoutRecent(['현수막', '명함'], '현수막')).toEqual(['명함'])
  expect(withoutRecent(['현수막'], '명함')).toEqual(['현수막'])
})

test.each([
  ['', ['안전 점검', '현수막', 'LED 조명']],
  ['ㅎ', ['현수막']],
  ['혀', ['현수막']],
  ['현ㅅ', ['현수막']],
  ['현수막', ['현수막']],
  ['현수막 제', []],
  ['수막', []],
  ['앉', ['안전 점검']],
  ['안전점', ['안전 점검']],
  ['led', ['LED 조명']],
])('‘%s’ on its way begins %j', (typed, expected) => {
  expect(recentsLike(['안전 점검', '현수막', 'LED 조명'], typed)).toEqual(expected)
})

test('what is kept comes back as it was', () => {
  const words = fc.array(fc.constantFrom('인쇄', 'A4 용지', '사무용 의자', '청소', 'led', '"; {}'))
  fc.assert(
    fc.property(words, all => {
      const recents = searched(...all)
      expect(readRecents(writeRecents(recents))).toEqual(recents)
    }),
  )
  expect(readRecents(null)).toEqual([])
  expect(readRecents('a\n\n a \nb')).toEqual(['a', 'b'])
})
