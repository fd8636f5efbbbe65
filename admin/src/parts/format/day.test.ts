import { expect, test } from 'vitest'
import { day, dayInSeoul, period } from './day.ts'

/** Days are printed with spaces at which no line breaks. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('a day is printed as Korean papers print it', () => {
  expect(plain(day('2026-11-21'))).toBe('2026. 11. 21.')
  expect(plain(day('2027-03-04'))).toBe('2027. 3. 4.')
  expect(day('2026-11-21')).not.toContain(' ')
})

test('the day in Seoul changes at midnight there, wherever the reader is', () => {
  expect(dayInSeoul(new Date('2026-11-21T14:59:59Z'))).toBe('2026-11-21')
  expect(dayInSeoul(new Date('2026-11-21T15:00:00Z'))).toBe('2026-11-22')
})

test('an end that is not known or does not exist is said', () => {
  expect(plain(period('2020-05-01', '2023-04-30'))).toBe('2020. 5. 1. ~ 2023. 4. 30.')
  expect(plain(period('2020-05-01', null))).toBe('2020. 5. 1. ~ 종료일 없음')
  expect(plain(period(null, '2023-04-30'))).toBe('시작일 미상 ~ 2023. 4. 30.')
  expect(period(null, null)).toBe('일자미상')
})
