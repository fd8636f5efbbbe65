import { expect, test } from 'vitest'
import { findHeader, type WantedColumn } from './header.ts'
import type { Row } from './table/table.ts'
import { refusalOf } from './testing/read-all.ts'

const rows = (...texts: string[][]): Row[] =>
  texts.map((cells, i) => ({
    type: 'row',
    number: i + 1,
    isHidden: false,
    cells: cells.map(text => ({ kind: 'text', text })),
  }))

const required = (...names: (string | RegExp)[]): WantedColumn => ({ names, isRequired: true })
const wanted = {
  number: required('사업자등록번호', '사업자번호'),
  name: required('기업명'),
  purpose: { names: ['기타(창의·혁신)형', /^지원유형/u], isRequired: false },
}

/** Row of the header, and the column of each key. */
const found = (...texts: string[][]) => {
  const { row, columns } = findHeader(rows(...texts), wanted)
  return [row, Object.fromEntries([...columns].map(([key, { index }]) => [key, index]))]
}

test('a header in the first row', () => {
  expect(found(['기업명', '사업자번호'], ['한울', '1'])).toEqual([1, { name: 0, number: 1 }])
})

test('below a title, a date and an empty row, as in official lists', () => {
  expect(
    found(
      ['사회적기업 현황'],
      ['(2026. 7. 14. 기준)', '', '기업명 순'],
      [],
      ['연번', '기업명', '사업자번호'],
    ),
  ).toEqual([4, { name: 1, number: 2 }])
})

test.each([
  ['사업자번호 (본점,지점)', '기 업 명'],
  ['사업자\n등록번호', '기업명*'],
  ['사업자등록번호 (-포함 작성)', '기업명\u00a0'],
  ['사업자등록번호（필수）', '기업명'],
])('%j is the number and %j the name', (number, name) => {
  expect(found([number, name])).toEqual([1, { number: 0, name: 1 }])
})

test('the dots of one word differ from list to list', () => {
  for (const dot of ['·', 'ㆍ', '・', '•', '･'])
    expect(found(['기업명', '사업자번호', `기타(창의${dot}혁신)형`])).toEqual([
      1,
      { name: 0, number: 1, purpose: 2 },
    ])
})

test('a pattern finds what changes its name every year', () => {
  expect(found(['기업명', '사업자번호', '지원유형(2026)'])).toEqual([1, { name: 0, number: 1, purpose: 2 }])
})

test('the whole name is preferred to the name with a remark', () => {
  expect(found(['기업명(구)', '기업명', '사업자번호'])).toEqual([1, { name: 1, number: 2 }])
})

test('two rows with merged cells are one header', () => {
  const columns = { ...wanted, from: required('인증 시작일'), until: required('인증 종료일') }
  const header = findHeader(
    rows(
      ['제목'],
      ['기업명', '사업자번호', '인증', ''],
      ['', '', '시작일', '종료일'],
      ['한울', '1', '2', '3'],
    ),
    columns,
  )
  expect(header.row).toBe(3)
  expect([...header.columns].map(([key, { index }]) => [key, index])).toEqual([
    ['number', 1],
    ['name', 0],
    ['from', 2],
    ['until', 3],
  ])
})

test('a header of one row is not lengthened by the data below it', () => {
  expect(found(['기업명', '사업자번호'], ['', '1'])).toEqual([1, { name: 0, number: 1 }])
})

test('a missing column is named, with what was found instead', async () => {
  expect(await refusalOf(() => found(['제목'], ['기업명', '전화번호'], ['한울', '02']))).toBe(
    '2행 머리글에 필요한 열(사업자등록번호)이 없습니다. 찾은 열: 기업명, 전화번호.',
  )
})

test('without any header the columns that are needed are named', async () => {
  expect(await refusalOf(() => found(['가', '나'], ['1', '2']))).toMatch(
    /머리글을 찾지 못했습니다.*사업자등록번호, 기업명/,
  )
  expect(await refusalOf(() => found())).toMatch(/머리글을 찾지 못했습니다/)
})
