import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDay } from '../../../platform/day.ts'
import type { Cell } from '../table/table.ts'
import { readBusinessNumber } from './business-number-cell.ts'
import { readCertificateNumber } from './certificate-number.ts'
import { readKind } from './certification-kind.ts'
import { readStatus } from './certification-status.ts'
import { readDay } from './day-cell.ts'
import { readHomepage } from './homepage.ts'
import { comparableName, readName } from './name.ts'
import { type CellReader, optional, readCell } from './parsed.ts'
import { readPurposeType } from './purpose-type.ts'
import { readText } from './text.ts'
import { readWon } from './won.ts'

const text = (text: string): Cell => ({ kind: 'text', text })
const number = (text: string): Cell => ({ kind: 'number', text })

/** The value, or the problem; the two never look alike. */
function read<T>(reader: CellReader<T>, cell: Cell): T | string {
  const parsed = reader(cell)
  return 'value' in parsed ? parsed.value : parsed.problem
}

test('a business number is read as text and as a number of the spreadsheet', () => {
  expect(read(readBusinessNumber, text('１２４-81-00998 '))).toBe('1248100998')
  expect(read(readBusinessNumber, number('1248100998'))).toBe('1248100998')
  expect(read(readBusinessNumber, number('1248100998.0'))).toBe('1248100998')
})

test.each([
  [text(''), /비어 있습니다/],
  [text('0000000000'), /0000000000입니다/],
  [number('0'), /0000000000입니다/],
  [text('124-81-00999'), /검증 숫자가 맞지 않는/],
  [text('124-81-0099'), /숫자 10자리여야 하는데 "124-81-0099"/],
  [number('124810099'), /엑셀 숫자로 저장되어 자릿수가 바뀐/],
  [number('1.2481E+9'), /엑셀 숫자로 저장되어 자릿수가 바뀐/],
])('%j is no business number, and the problem says why', (cell, problem) => {
  expect(read(readBusinessNumber, cell)).toMatch(problem)
})

test.each([
  '2026-05-03',
  '2026. 5. 3.',
  '2026.5.3',
  '26.5.3',
  '2026/05/03',
  '20260503',
  '2026년 5월 3일',
  '2026-05-03(일)',
  '2026-05-03 00:00:00',
  '2026-05-03T00:00:00+09:00',
  '２０２６．５．３',
  ' 2026-5-3\u00a0',
])('%j is the third of May 2026', written => {
  expect(read(readDay, text(written))).toBe('2026-05-03')
})

test('serials count as days where the file says number or date', () => {
  expect(read(readDay, number('46145'))).toBe('2026-05-03')
  expect(read(readDay, { kind: 'date', text: '46145.5' })).toBe('2026-05-03')
  expect(read(readDay, { kind: 'date', text: '44683', isFrom1904: true })).toBe('2026-05-03')
  expect(read(readDay, { kind: 'date', text: '2026-05-03T09:00:00' })).toBe('2026-05-03')
  expect(read(readDay, number('20260503'))).toBe('2026-05-03')
  expect(read(readDay, text('46145'))).toMatch(/날짜로 읽을 수 없는 값/)
})

test.each([
  [text('2026-02-30'), '달력에 없는 날짜(2026-02-30)입니다'],
  [text('20250229'), '달력에 없는 날짜(20250229)입니다'],
  [text('26.13.1'), '달력에 없는 날짜(26.13.1)입니다'],
  [number('60'), '일련번호(60)'],
  [text('2026-05'), '날짜로 읽을 수 없는 값(2026-05)'],
  [text('2026-05-03 ~ 2027-05-02'), '날짜로 읽을 수 없는 값'],
  [text('추후'), '날짜로 읽을 수 없는 값(추후)'],
])('%j is refused by name', (cell, problem) => {
  expect(read(readDay, cell)).toContain(problem)
})

test('every day reads back from every way of writing it, and nothing else becomes a day', () => {
  const days = fc
    .date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2069-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map(date => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(days, day => {
      const [year = '', month = '', date = ''] = day.split('-')
      const short = `${year.slice(2)}.${Number(month)}.${Number(date)}`
      for (const written of [day, year + month + date, `${year}. ${Number(month)}. ${Number(date)}.`, short])
        expect(read(readDay, text(written))).toBe(day)
    }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9./ -]{6,12}$/), written => {
      const parsed = readDay(text(written))
      return 'problem' in parsed || isDay(parsed.value)
    }),
  )
})

test('names stay as printed, whatever their width', () => {
  for (const name of [
    '（주）금이기업',
    '(주）코아텍',
    '㈜한울',
    '더원이사시스템(주)',
    '21세기디에스',
    '29일',
  ])
    expect(read(readName, text(` ${name}\u00a0`))).toBe(name)
  expect(read(readName, text('한울'.normalize('NFD')))).toBe('한울')
  expect(read(readName, text(''))).toMatch(/기업명이 비어 있습니다/)
  expect(read(readName, text('-'))).toMatch(/기업명이 아닌 값/)
})

test('names compare without legal form, width and blanks', () => {
  const spellings = [
    '（주）원지리정보',
    '(주)원지리정보',
    '㈜ 원지리정보',
    '주식회사 원지리정보',
    '원지리정보(주)',
    '원지리정보',
  ]
  expect(new Set(spellings.map(comparableName))).toEqual(new Set(['원지리정보']))
  expect(comparableName('디자인 나경')).toBe(comparableName('디자인나경'))
  expect(comparableName('（주）다우리F&S')).toBe('다우리f&s')
  expect(comparableName('주식회사')).toBe('주식회사')
  expect(comparableName('주안식품')).toBe('주안식품')
})

test.each([
  ['1234000', 1_234_000],
  ['1,234,000원', 1_234_000],
  ['１，２３４천원', 1_234_000],
  ['1억 2,345만 6,000원', 123_456_000],
  ['1.1억', 110_000_000],
  ['₩ 5,000', 5000],
  ['금10,000원정', 10_000],
  ['0', 0],
])('%s is %i won', (written, won) => {
  expect(read(readWon, text(written))).toBe(won)
})

test.each(['', '원', '1,23', '협의', '-5', '1.5', '99999999999999999', '1~2만원'])(
  '%j is no amount in won',
  written => {
    expect(read(readWon, text(written))).toMatch(/원 단위 금액으로 읽을 수 없는 값/)
  },
)

test('whole amounts read back from their Korean spelling', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), won => {
      expect(read(readWon, text(`${won.toLocaleString('ko')}원`))).toBe(won)
    }),
  )
})

test.each([
  ['www.dasomi.org', 'http://www.dasomi.org'],
  ['https://한울.kr/a', 'https://한울.kr/a'],
  ['준비중', null],
  ['a@b.kr', null],
  ['blog.example.com 또는 카페', null],
])('homepage %j is kept as %j', (written, kept) => {
  expect(read(readHomepage, text(written))).toBe(kept)
})

test.each([
  ['2007-001', '제2007-001호'],
  ['제2007-001호', '제2007-001호'],
  ['제 2020 - 227 호', '제2020-227호'],
  ['부처형 예비사회적기업 지정 제2018-040호', '부처형 예비사회적기업 지정 제2018-040호'],
])('certificate number %j is %j', (written, number) => {
  expect(read(readCertificateNumber, text(written))).toBe(number)
})

test.each([
  ['사회적기업', 'social_enterprise'],
  ['예비사회적기업(지역형)', 'pre_social_regional'],
  ['예비사회적기업 （부처형）', 'pre_social_ministry'],
  ['중증장애인생산품 생산시설', 'severely_disabled_producer'],
  ['중소기업(확인서)', 'small_business'],
  ['social_venture', 'social_venture'],
])('kind %j is %s', (written, kind) => {
  expect(read(readKind, text(written))).toBe(kind)
})

test('an unknown kind names the known ones', () => {
  expect(read(readKind, text('소부장기업'))).toMatch(/모르는 인증 종류\(소부장기업\).*사회적기업, .*소셜벤처/)
  expect(read(readKind, text('예비사회적기업'))).toMatch(/모르는 인증 종류/)
  expect(read(readKind, text(''))).toMatch(/비어 있습니다/)
})

test('a hearing is no status', () => {
  expect(read(readStatus, text('인증'))).toBe('held')
  expect(read(readStatus, text('listed_date_unknown'))).toBe('dates_unknown')
  expect(read(readStatus, text('청문'))).toMatch(/모르는 인증 상태\(청문\)/)
})

test('the dot of a purpose type is one dot', () => {
  expect(read(readPurposeType, text('기타(창의ㆍ혁신)형'))).toBe('기타(창의·혁신)형')
})

test('errors of the spreadsheet and formulas without a result are problems of any column', () => {
  const reader = optional(readText)
  expect(readCell({ kind: 'error', text: '#N/A' }, reader)).toEqual({
    problem: expect.stringContaining('(#N/A)'),
  })
  expect(readCell({ kind: 'text', text: '', isFormula: true }, reader)).toEqual({
    problem: expect.stringContaining('계산된 값이 없는 수식'),
  })
  expect(readCell({ kind: 'text', text: '셈', isFormula: true }, reader)).toEqual({ value: '셈' })
})

test.each(['', ' ', '-', '–', '없음', '해당 없음', 'N/A'])('%j is nothing', written => {
  expect(read(optional(readText), text(written))).toBeNull()
})

test.each(['0207-05-03', '3026-05-03', '1899-12-31'])('the slip of the pen %s is refused', written => {
  expect(readDay({ kind: 'text', text: written })).toEqual({
    problem: expect.stringContaining('연도가 맞지 않는'),
  })
})
