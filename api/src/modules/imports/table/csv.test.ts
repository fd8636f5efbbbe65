import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { refusalOf, rowsOf, textsOf } from '../testing/read-all.ts'
import { operatorLimits, uploadLimits } from './limits.ts'
import { readTable } from './read-table.ts'

const everySyllable = Array.from({ length: 11_172 }, (_, i) => String.fromCodePoint(0xac00 + i))

/** As the offices save it. */
const encoded = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8-bom': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  cp949: (text: string) => iconv.encode(text, 'cp949'),
}

test.each(Object.entries(encoded))('all 11,172 syllables survive in %s', async (encoding, encode) => {
  const bytes = encode(everySyllable.map(syllable => `가,${syllable}`).join('\r\n'))
  expect(readTable({ name: '목록.csv', bytes }).encoding).toBe(encoding)
  expect((await textsOf(bytes)).map(cells => cells[1])).toEqual(everySyllable)
})

test('Excel writes "유니코드 텍스트" with tabs', async () => {
  expect(await textsOf(encoded['utf-16le']('기업명\t품목\r\n한울\t김, 미역\r\n'))).toEqual([
    ['기업명', '품목'],
    ['한울', '김, 미역'],
  ])
})

test.each(['\n', '\r\n', '\r'])(
  'rows end with %j; a cell may hold line ends and quotes of its own',
  async end => {
    const bytes = Buffer.from(
      ['이름,"설명, 둘째 줄"', `한울,"첫 줄${end}""둘째"" 줄"`, '', '두레,끝'].join(end),
    )
    const rows = await rowsOf(bytes)
    expect(rows.map(({ number, cells }) => [number, cells.map(cell => cell.text)])).toEqual([
      [1, ['이름', '설명, 둘째 줄']],
      [2, ['한울', '첫 줄\n"둘째" 줄']],
      [5, ['두레', '끝']],
    ])
  },
)

test('text stays as it is: leading zeros, formulas, signs', async () => {
  const texts = ['00123', '=1+1', '-5', '+82-10-0000-0000', '@x', '＝1']
  expect(await textsOf(Buffer.from(texts.join(',')))).toEqual([texts])
})

test.each([
  ['a,b\n1,2,3\n', /^2행의 칸 수/],
  ['a,b\n1,"2\n', /^2행에서 연 큰따옴표/],
  ['a,b\n1,2"3\n', /^2행의 큰따옴표/],
  ['a,b\n1,"2"3\n', /^2행의 큰따옴표/],
  ['a,b\n1,\0\n', /^2행에 글자가 아닌/],
  ['a,b\n1,\ufffd\n', /^2행에 알아볼 수 없는/],
])('%j is refused with its line', async (text, message) => {
  expect(await refusalOf(() => rowsOf(Buffer.from(text)))).toMatch(message)
})

test('a line in another encoding is refused with its number, whichever comes first', async () => {
  const utf8 = encoded['utf-8']('기업명,지역\n한울,서울\n')
  const cp949 = encoded.cp949('두레,부산\n')
  expect(await refusalOf(() => rowsOf(Buffer.concat([utf8, cp949])))).toMatch(/^3행의 글자 인코딩/)
  expect(await refusalOf(() => rowsOf(Buffer.concat([cp949, utf8])))).toMatch(/^1행의 글자 인코딩/)
})

test('bytes that are neither UTF-8 nor CP949 are refused with their line', async () => {
  const bytes = Buffer.concat([encoded.cp949('기업명\n한울'), Buffer.from([0xff, 0xff, 0x0a])])
  expect(await refusalOf(() => rowsOf(bytes))).toMatch(/^2행에 알아볼 수 없는/)
})

test.each([
  ['a cell without end', `a,b\n1,"${'x'.repeat(300_000)}`, /^2행이 지나치게 깁니다/],
  ['a long cell', `a,b\n1,${'x'.repeat(32_768)}`, /^2행 2번째 칸이 32,767자를/],
  ['many columns', Array.from({ length: 201 }, () => 'x').join(','), /^1행의 열이 200개를/],
  ['nothing', '', /^빈 파일/],
])('%s is refused', async (_, text, message) => {
  expect(await refusalOf(() => rowsOf(Buffer.from(text)))).toMatch(message)
})

test('a file above the limit is refused unread; the operator may bring larger ones', async () => {
  const file = { name: '목록.csv', bytes: Buffer.alloc(uploadLimits.fileBytes + 1, 'a,b\n') }
  expect(await refusalOf(() => readTable(file))).toMatch(/^파일이 10MB보다/)
  expect(readTable(file, { limits: operatorLimits }).format).toBe('csv')
})

test('other requests get their turn while a large file is read', async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1), 1)
  await rowsOf(Buffer.from('가나다,라마바\n'.repeat(50_000)))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(5)
})

test.each([
  ['HTML named .xls', '\r\n<html><table><tr><td>기업명', /HTML 또는 XML/],
  ['HTML with a byte order mark', '\ufeff<table>', /HTML 또는 XML/],
  ['a PDF', '%PDF-1.7\n', /^PDF/],
])('%s is refused by name', async (_, text, message) => {
  expect(await refusalOf(() => rowsOf(Buffer.from(text)))).toMatch(message)
})

test('old Excel files and protected ones are told apart', async () => {
  const container = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])
  expect(await refusalOf(() => rowsOf(container))).toMatch(/^옛 형식/)
  const locked = Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')])
  expect(await refusalOf(() => rowsOf(locked))).toMatch(/^암호가 걸린/)
})
