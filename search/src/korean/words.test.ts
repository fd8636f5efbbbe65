import { expect, it } from 'vitest'
import { initialsOf, typedInitials } from './initials.ts'
import { normalise } from './normalise.ts'
import { withoutParticle } from './particles.ts'
import { readingsOf } from './readings.ts'
import { properName, wordsOf } from './words.ts'

it.each([
  ['decomposed Hangul', '행복'.normalize('NFD'), '행복'],
  ['half-width Hangul', 'ﾡￂ', '가'],
  ['full-width letters and figures', 'ＬＥＤ　４０', 'led 40'],
  ['capitals', 'SK', 'sk'],
  ['letters typed alone, which stay letters', 'ㅌㄳㅏ', 'ㅌㄳㅏ'],
  ['the sign for 주식회사', '㈜두레', '(주)두레'],
])('writes %s in one way', (_, text, normal) => {
  expect(normalise(text)).toBe(normal)
})

it.each([
  ['(주)행복나눔', ['행복나눔']],
  ['（주）행복나눔', ['행복나눔']],
  ['㈜ 행복나눔', ['행복나눔']],
  ['주식회사행복나눔', ['주식회사', '행복나눔']],
  ['행복나눔 주식회사', ['행복나눔', '주식회사']],
  ['사회적협동조합두레마을', ['사회적협동조합', '두레마을']],
  ['사회적협동조합', ['사회적협동조합']],
  ['의자(사무용), A4·B5', ['의자', '사무용', 'a4', 'b5']],
  ['   ', []],
])('cuts %s into %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

it('knows the name proper between the legal forms', () => {
  expect(properName(['농업회사법인', '콩세알', '주식회사'])).toEqual({ from: 1, to: 2 })
  expect(properName(['협동조합'])).toEqual({ from: 0, to: 1 })
})

it.each([
  ['행복나눔에서', '행복나눔'],
  ['행복나눔은', '행복나눔'],
  ['두레를', '두레'],
  ['서울로', '서울'],
  ['부산으로', '부산'],
  ['서울으로', '서울'],
  ['복사용지와', '복사용지'],
  // 는 follows an open syllable only; 이 a closed one; and something must remain.
  ['행복는', '행복는'],
  ['두레이', '두레이'],
  ['나는', '나는'],
])('hears %s as %s', (word, noun) => {
  expect(withoutParticle(word)).toBe(noun)
})

it('takes initials from Hangul and leaves the rest', () => {
  expect(initialsOf('A4복사용지')).toBe('A4ㅂㅅㅇㅈ')
})

it('knows initials when it sees them, and splits what an input method has joined', () => {
  expect(typedInitials(['ㅅㅎㅈㄱㅇ'])).toBe('ㅅㅎㅈㄱㅇ')
  expect(typedInitials(['ㄳ', 'ㅄ'])).toBe('ㄱㅅㅂㅅ')
  expect(typedInitials(['50ㅍㄹㅅ'])).toBe('50ㅍㄹㅅ')
  expect(typedInitials(['장바ㄱ'])).toBeUndefined()
  expect(typedInitials(['led'])).toBeUndefined()
})

it('reads Latin letters as Hangul only where they come out as syllables', () => {
  expect(kinds('godqhrsksnadptj')).toEqual([
    ['typed', 'godqhrsksnadptj'],
    ['layout', '행복나눔에서'],
    ['particle', '행복나눔'],
  ])
  expect(kinds('Rnarns')).toContainEqual(['layout', '꿈군'])
  expect(kinds('LED 조명')).toEqual([['typed', 'led 조명']])
  expect(kinds('led')).toEqual([['typed', 'led']])
})

function kinds(typed: string): string[][] {
  return readingsOf(typed).map(({ kind, words }) => [kind, words.join(' ')])
}
