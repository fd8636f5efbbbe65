import { expect, test } from 'vitest'
import { matchesLabel } from './matches-label.ts'

test.each(['심', '시', 'ㅅ', 'ㅅㅅ', 'tla', 'tlatk', '심사', '사', ' 심 사 ', ''])('%s means 심사', typed => {
  expect(matchesLabel('심사', typed)).toBe(true)
})

test.each(['ㅅㄱ', '기업', 'rldjq', '심의'])('%s does not', typed => {
  expect(matchesLabel('심사', typed)).toBe(false)
})

test('words are found wherever they stand in the label', () => {
  expect(matchesLabel('가져오기 마법사', '마법')).toBe(true)
  expect(matchesLabel('가져오기 마법사', 'ㅁㅂㅅ')).toBe(true)
  expect(matchesLabel('가져오기 마법사', 'akqjq')).toBe(true)
})
