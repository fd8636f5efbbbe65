import { expect, test } from 'vitest'
import { refusalOf, rowsOf, textsOf } from '../testing/read-all.ts'

const json = (value: unknown) => Buffer.from(JSON.stringify(value))

test('the list in the wrapper of the open-data portal is a table; keys may come late', async () => {
  const bytes = json({
    currentCount: 2,
    data: [
      { entNmV: '한울', n: 1 },
      { entNmV: '두레', addr: '서울', n: null },
    ],
  })
  expect(await textsOf(bytes)).toEqual([
    ['entNmV', 'n', 'addr'],
    ['한울', '1', ''],
    ['두레', '', '서울'],
  ])
})

test('the n-th object is row n', async () => {
  expect((await rowsOf(json([{ a: '가' }, { a: '나' }]))).map(row => row.number)).toEqual([0, 1, 2])
})

test.each([
  ['{"data": [{"a":', /^JSON 문법/],
  ['{"rows": []}', /^JSON에 목록이 없습니다/],
  ['[1]', /1번째 항목이 객체가/],
  ['[{"a": {"b": 1}}]', /1번째 항목 a에/],
])('%s is refused', async (text, message) => {
  expect(await refusalOf(() => rowsOf(Buffer.from(text)))).toMatch(message)
})
