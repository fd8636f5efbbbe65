import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marksOf } from './marks.ts'

/** The marked stretches in brackets. */
const shown = (text: string, query: string) =>
  marksOf(text, query)
    .map(piece => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join('')

test.each([
  ['친환경 명함 인쇄', '인쇄', '친환경 명함 [인쇄]'],
  ['친환경 명함 인쇄', '명함인쇄', '친환경 [명함 인쇄]'],
  ['사회적기업 인쇄소', '사회적 기업', '[사회적기업] 인쇄소'],
  ['LED 조명, led 등', 'LED', '[LED] 조명, [led] 등'],
  ['친환경 명함', 'ㅊㅎㄱ', '[친환경] 명함'],
  ['친환경 명함', '청소', '친환경 명함'],
  ['친환경 명함', '', '친환경 명함'],
])('%s searched for %s shows %s', (text, query, expected) => {
  expect(shown(text, query)).toBe(expected)
})

test('marks take nothing from a text and add nothing to it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, query) => {
      expect(
        marksOf(text, query)
          .map(piece => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
